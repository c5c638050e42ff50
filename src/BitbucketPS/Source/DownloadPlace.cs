namespace BitbucketPS.Cmdlets;

/// <summary>Where -OutFile puts files: one file, or a folder for all of them.</summary>
/// <param name="place">The path of the file system that was given.</param>
internal sealed class DownloadPlace(string place)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The path of the file that a file of the repository becomes; below a folder it is as in the repository.</summary>
    /// <exception cref="BitbucketException">It would lie outside the folder, or another one is there already.</exception>
    public string For(string path)
    {
        string file = Directory.Exists(place) ? Below(path) : place;
        return _taken.Add(file) ? file : throw new BitbucketException(
            BitbucketErrorKind.InvalidArgument, $"'{path}' would replace another file that was just written to '{file}'.")
        {
            RecommendedAction = "Give -OutFile a folder that is there: each file gets its own path below it.",
        };
    }

    // The path comes from a server: it must not lead out of the folder.
    private string Below(string path)
    {
        string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(place)) + Path.DirectorySeparatorChar;
        string file = Path.GetFullPath(root + path.TrimStart('/'));
        if (!file.StartsWith(root, StringComparison.Ordinal))
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"'{path}' would lie outside of '{place}'.")
            {
                RecommendedAction = "Give -OutFile the path of a file.",
            };
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BitbucketException(BitbucketErrorKind.FileFailed, $"'{file}' cannot be written. {e.Message}", e);
        }

        return file;
    }
}
