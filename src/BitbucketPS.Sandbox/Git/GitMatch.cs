namespace BitbucketPS.Sandbox;

/// <summary>A line in which something was found.</summary>
/// <param name="Path">Of the file.</param>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Text">All of it.</param>
internal sealed record GitMatch(string Path, int Line, string Text);
