namespace BitbucketPS;

/// <summary>Paths of a repository, as people write them.</summary>
internal static class SourcePath
{
    /// <summary>The path from the root, without slashes at its ends: <c>./src/</c> is <c>src</c>.</summary>
    public static string Clean(string path)
    {
        string clean = path.Trim('/');
        while (clean.StartsWith("./", StringComparison.Ordinal))
        {
            clean = clean[2..].TrimStart('/');
        }

        return string.Equals(clean, ".", StringComparison.Ordinal) ? "" : clean;
    }

    /// <summary>The path of a directory, which the service wants to end in a slash; empty for the root.</summary>
    public static string OfDirectory(string path) => Clean(path) is { Length: > 0 } clean ? $"{clean}/" : "";

    /// <summary>How many levels a path lies below a directory.</summary>
    public static int LevelsBelow(string path, string directory)
        => Clean(path)[Clean(directory).Length..].Split('/', StringSplitOptions.RemoveEmptyEntries).Length;
}
