using System.Collections;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>Completes the members of the workspace that the command works in: by their display names, or else by their nicknames.</summary>
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

        return TakeFrom(
            word,
            session,
            $"members {workspace}",
            options => session.Client.Workspaces.ListMembersAsync(workspace, options, cancellationToken),
            member => NameFrom(word, member),
            cancellationToken);
    }

    private static string? NameFrom(string word, WorkspaceMember member)
        => member.ToString() is { Length: > 0 } name && name.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            ? name
            : member.User?.Nickname;
}
