namespace BitbucketPS.Sandbox;

/// <summary>What is to be merged.</summary>
/// <param name="Branch">The destination.</param>
/// <param name="Source">The full hash of the head of the source.</param>
/// <param name="Strategy">How.</param>
/// <param name="Message">Of the new commit, where there is one.</param>
/// <param name="Committer">Who merges, and when.</param>
internal sealed record GitMergeRequest(string Branch, string Source, GitMergeStrategy Strategy, string Message, GitIdentity Committer);
