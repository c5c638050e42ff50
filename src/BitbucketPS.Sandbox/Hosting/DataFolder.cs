namespace BitbucketPS.Sandbox;

/// <summary>The folder of the repositories; a temporary one goes when it is disposed.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly bool _isTemporary;

    private DataFolder(string path, bool isTemporary)
    {
        Path = path;
        _isTemporary = isTemporary;
    }

    public string Path { get; }

    /// <summary>Uses a folder, or makes a temporary one that only this user can read.</summary>
    /// <exception cref="SandboxException">The folder cannot be made.</exception>
    public static DataFolder Open(string? path)
    {
        try
        {
            return path is null
                ? new(Directory.CreateTempSubdirectory("bitbucket-sandbox-").FullName, isTemporary: true)
                : new(Directory.CreateDirectory(path).FullName, isTemporary: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SandboxException($"The folder for the repositories cannot be made: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isTemporary || !Directory.Exists(Path))
        {
            return;
        }

        // git writes its objects read-only, and Windows does not delete such files.
        foreach (string file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(Path, recursive: true);
    }
}
