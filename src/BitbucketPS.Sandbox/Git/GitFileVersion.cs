namespace BitbucketPS.Sandbox;

/// <summary>A file as a commit that changed it left it.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="File">The file, under the name that it had then.</param>
internal sealed record GitFileVersion(GitCommit Commit, GitTreeEntry File);
