namespace BitbucketPS.Sandbox;

/// <summary>Paths as clients write them. git fails on an empty one, and on one that leads out of the repository.</summary>
internal static class GitPath
{
    /// <summary>Whether a file can be at a path of a commit.</summary>
    public static bool IsOfFile(string path)
        => !path.Contains('\0', StringComparison.Ordinal)
            && !Array.Exists(path.Split('/'), name => name is "" or "." or ".." || name.Equals(".git", StringComparison.OrdinalIgnoreCase));

    /// <summary>The path as git takes it, empty for the whole repository; null if nothing can be at such a path.</summary>
    public static string? Clean(string path)
    {
        string[] names = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return Array.Exists(names, name => name is "." or ".." || name.Contains('\0', StringComparison.Ordinal)) ? null : string.Join('/', names);
    }

    /// <summary>Several of them, none for the whole repository; null if nothing can be at any of them.</summary>
    public static IReadOnlyList<string>? Clean(IReadOnlyList<string> paths)
    {
        string[] cleaned = [.. paths.Select(Clean).OfType<string>()];
        if (paths.Count > 0 && cleaned.Length == 0)
        {
            return null;
        }

        return cleaned.Contains("", StringComparer.Ordinal) ? [] : cleaned;
    }
}
