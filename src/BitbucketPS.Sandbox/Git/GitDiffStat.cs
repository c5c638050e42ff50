namespace BitbucketPS.Sandbox;

/// <summary>What happened to one file between two commits.</summary>
/// <param name="Kind">git's letter: A, M, D, R, T.</param>
/// <param name="LinesAdded">Zero for binary files.</param>
/// <param name="LinesRemoved">Zero for binary files.</param>
/// <param name="OldPath">Null for a new file.</param>
/// <param name="NewPath">Null for one that is gone.</param>
internal sealed record GitDiffStat(char Kind, int LinesAdded, int LinesRemoved, string? OldPath, string? NewPath);
