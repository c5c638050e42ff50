using System.Collections;

namespace BitbucketPS.Cmdlets;

/// <summary>Completes the workspaces that the account belongs to.</summary>
public sealed class WorkspaceCompleter : BitbucketCompleter
{
    private protected override IEnumerable<string> Find(
        BitbucketSession session,
        string word,
        IDictionary boundParameters,
        CancellationToken cancellationToken)
        => MyWorkspaces(session, word, cancellationToken);
}
