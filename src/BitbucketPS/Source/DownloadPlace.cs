namespace BitbucketPS.Cmdlets;

/// <summary>Where -OutFile puts files: one file, or a folder for all of them.</summary>
/// <param name="place">The path of the file system that was given.</param>
internal sealed class DownloadPlace(string place)
{
    private readonly WrittenFiles _files = new("Give -OutFile a folder that is there: each file gets its own path below it.");

    /// <summary>Writes a file of the repository; below a folder it gets the path that it has in the repository.</summary>
    /// <exception cref="BitbucketException">It would lie outside the folder.</exception>
    public IAsyncEnumerable<object?> Save(string path, Func<Stream, Task> copy, CancellationToken cancellationToken)
        => _files.Save(path, Directory.Exists(place) ? Below(path) : place, copy, cancellationToken);

    // The path comes from a server: it must not lead out of the folder.
    private string Below(string path)
    {
        string folder = Path.GetFullPath(place);

        // That of a drive as a whole has its separator already.
        string root = Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;
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
            RequireNoLink(path, root, Path.GetDirectoryName(file)!);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BitbucketException(BitbucketErrorKind.FileFailed, $"'{file}' cannot be written. {e.Message}", e);
        }

        return file;
    }

    // A clone has the links of its repository, and a path that is below a link in one commit may be a file in another. Git writes
    // through none of them either.
    private static void RequireNoLink(string path, string root, string? directory)
    {
        for (; directory?.Length >= root.Length; directory = Path.GetDirectoryName(directory))
        {
            if (new DirectoryInfo(directory).LinkTarget is { } target)
            {
                throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"'{path}' would be written to where the link '{directory}' leads: '{target}'.")
                {
                    RecommendedAction = "Give -OutFile another folder, or the path of a file.",
                };
            }
        }
    }
}
