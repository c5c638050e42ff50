namespace BitbucketPS.SignIn.Profiles;

/// <summary>A file that only its owner can read, as it is.</summary>
/// <remarks>
/// Ours, not the package's unprotected file: that one tries for four seconds, and then neither says that a write failed nor why,
/// and takes a file that cannot be read for one that is not there.
/// </remarks>
internal static class PlainFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>How plain files are read and written.</summary>
    /// <param name="warn">Is told of a file that others could read.</param>
    public static FileFormat Format(Action<string> warn) => new("File", "store.lock", "", path => Read(path, warn), Write);

    /// <summary>Refuses a symbolic link, which may lead to a file of somebody else.</summary>
    /// <param name="path">The file, which need not exist.</param>
    /// <exception cref="IOException">It is one.</exception>
    public static void RefuseLink(string path)
    {
        if (new FileInfo(path).LinkTarget is not null)
        {
            throw new IOException($"'{path}' is a symbolic link, and a file of saved profiles must not be one.");
        }
    }

    private static byte[] Read(string path, Action<string> warn)
    {
        // Others may write meanwhile; what is read then is not whole, and read again.
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        if (!OperatingSystem.IsWindows())
        {
            TakeFromOthers(stream, warn);
        }

        byte[] data = new byte[stream.Length];
        stream.ReadExactly(data);
        return data;
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void TakeFromOthers(FileStream stream, Action<string> warn)
    {
        UnixFileMode mode = File.GetUnixFileMode(stream.SafeFileHandle);
        if ((mode & OthersWrite) != UnixFileMode.None)
        {
            throw new IOException($"Others can write to '{stream.Name}', so what it says cannot be trusted. Look into it; then delete it, or take it away from them (chmod 600).");
        }

        if ((mode & ~OwnerOnly) != UnixFileMode.None)
        {
            File.SetUnixFileMode(stream.SafeFileHandle, OwnerOnly);
            warn($"Others could read the saved profiles in '{stream.Name}', and can no more. If somebody may have read them, revoke their tokens.");
        }
    }

    private static void Write(string path, byte[] data)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        try
        {
            using FileStream stream = new(path, options);
            stream.Write(data);
            stream.Flush(flushToDisk: true);
        }
        catch (ArgumentOutOfRangeException e)
        {
            // So the runtime says that a limit on the size of files (EFBIG) was met.
            throw new IOException($"'{path}' may not grow as large.", e);
        }
    }
}
