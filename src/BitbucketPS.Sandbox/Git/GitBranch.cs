namespace BitbucketPS.Sandbox;

/// <summary>A branch and the commit it points to.</summary>
/// <param name="Name">Without <c>refs/heads/</c>.</param>
/// <param name="Target">Its head.</param>
internal sealed record GitBranch(string Name, GitCommit Target);
