using System.Collections;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>Completes the members of the workspace that the command works in: by their display names.</summary>
public sealed class MemberCompleter : BitbucketCompleter
{
    private protected override IEnumerable<string> Find(
        BitbucketSession session,
        string word,
        IDictionary boundParameters,
        CancellationToken cancellationToken)
    {
        string? workspace = boundParameters["Workspace"] is { } value
            ? LanguagePrimitives.ConvertTo<string>(value)
            : RepositoryOf(session, boundParameters)?.Workspace ?? session.Workspace;
        if (workspace is null)
        {
            return [];
        }

        return session.Completions.GetOrFind($"members {workspace}", () => Take(
            session.Client.Workspaces.ListMembersAsync(workspace, new() { PageLength = MostNames }, cancellationToken),
            member => member.ToString(),
            cancellationToken)).Where(name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase));
    }
}
