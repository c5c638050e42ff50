namespace BitbucketPS.Sandbox;

/// <summary>The folder of everything that is kept; a temporary one goes when it is disposed.</summary>
internal sealed class DataFolder : IDisposable
{
    private const string LockName = "sandbox.lock";

    // Held as long as the folder is in use; the system lets go of it whatever way the process ends.
    private readonly FileStream? _lock;

    private DataFolder(string path, FileStream? heldLock)
    {
        Path = path;
        _lock = heldLock;
    }

    public string Path { get; }

    /// <summary>Uses a folder that no other sandbox uses, or makes a temporary one that only this user can read.</summary>
    /// <exception cref="SandboxException">The folder cannot be made, or is in use.</exception>
    public static DataFolder Open(string? path)
    {
        try
        {
            if (path is null)
            {
                return new(Directory.CreateTempSubdirectory("bitbucket-sandbox-").FullName, heldLock: null);
            }

            string folder = Make(path);
            return new(folder, Lock(folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SandboxException($"The folder for the repositories cannot be made: {e.Message}", e);
        }
    }

    /// <summary>Where what is remembered is written: nowhere if the folder is temporary.</summary>
    public IDataJournal OpenJournal() => _lock is null ? new NoJournal() : new FileJournal(Path);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_lock is null)
        {
            FolderRemoval.Remove(Path);
        }

        _lock?.Dispose();
    }

    // What it will hold is no more for others than what is private in it. One that is there is as its owner wants it.
    private static string Make(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path).FullName
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;

    private static FileStream Lock(string folder)
    {
        string path = System.IO.Path.Combine(folder, LockName);
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new SandboxException($"Another sandbox uses the folder {folder}: it holds {path}. Stop that one, or choose another folder.", e);
        }
    }
}
