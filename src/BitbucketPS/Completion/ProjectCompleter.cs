using System.Collections;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>Completes the keys of the projects of the workspace that the command works in.</summary>
public sealed class ProjectCompleter : BitbucketCompleter
{
    private protected override IEnumerable<string> Find(
        BitbucketSession session,
        string word,
        IDictionary boundParameters,
        CancellationToken cancellationToken)
    {
        string? workspace = boundParameters["Workspace"] is { } value
            ? LanguagePrimitives.ConvertTo<string>(value)
            : session.Workspace ?? RepositoryOf(session, boundParameters)?.Workspace;
        if (workspace is null)
        {
            return [];
        }

        return TakeFrom(
            word,
            session,
            $"projects {workspace}",
            options => session.Client.Projects.ListAsync(workspace, options, cancellationToken),
            project => project.Key,
            cancellationToken);
    }
}
