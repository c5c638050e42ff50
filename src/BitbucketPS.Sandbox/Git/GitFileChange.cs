namespace BitbucketPS.Sandbox;

/// <summary>What a commit did to one file, against its first parent.</summary>
/// <param name="Kind">git's letter: A, M, D, T.</param>
/// <param name="Path">Relative to the root, with slashes.</param>
internal sealed record GitFileChange(char Kind, string Path);
