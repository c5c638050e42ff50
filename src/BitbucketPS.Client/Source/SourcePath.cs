namespace BitbucketPS;

/// <summary>Paths of a repository, as people write them.</summary>
internal static class SourcePath
{
    private const string FromTheRoot = "Give the path from the root of the repository, such as src/app.js.";

    /// <summary>The path from the root, with single slashes between its parts and none at its ends: <c>./src/</c> is <c>src</c>.</summary>
    /// <exception cref="BitbucketException">It leads up.</exception>
    public static string Clean(string path)
    {
        string[] parts = [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part is not ".")];
        return Array.TrueForAll(parts, part => part is not "..") ? string.Join('/', parts) : throw new BitbucketException(
            BitbucketErrorKind.InvalidArgument, $"'{path}' leads up with '..', which no path of a repository does.")
        {
            RecommendedAction = FromTheRoot,
        };
    }

    /// <summary>The path of a directory, which the service wants to end in a slash; empty for the root.</summary>
    public static string OfDirectory(string path) => Clean(path) is { Length: > 0 } clean ? $"{clean}/" : "";

    /// <summary>The path of a file that is to be written or deleted.</summary>
    /// <exception cref="BitbucketException">It is none.</exception>
    public static string OfFile(string path)
        => Clean(path) is { Length: > 0 } clean && !clean.Any(char.IsControl) && !path.EndsWith('/')
            ? clean
            : throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"'{path}' is no path of a file.")
            {
                RecommendedAction = FromTheRoot,
            };

    /// <summary>How many levels a path lies below a directory.</summary>
    public static int LevelsBelow(string path, string directory)
        => Clean(path)[Clean(directory).Length..].Split('/', StringSplitOptions.RemoveEmptyEntries).Length;
}
