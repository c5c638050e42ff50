namespace BitbucketPS.Sandbox;

/// <summary>What somebody wrote about a commit.</summary>
/// <param name="Number">Its id, one count for the whole repository.</param>
internal sealed record CommitComment(int Number) : Comment(Number);
