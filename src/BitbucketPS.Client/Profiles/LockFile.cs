namespace BitbucketPS.Profiles;

/// <summary>A lock that one thread of one process holds, over an open file. It vanishes with a process that is killed.</summary>
/// <remarks>
/// The file is never deleted. A lock file that is deleted on close, as that of MSAL's CrossPlatLock, lets two hold "the same" lock
/// on Unix: one has the deleted file still open, the other has made a new one under its name.
/// </remarks>
internal sealed class LockFile : IAsyncDisposable, IDisposable
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMilliseconds(25);

    private readonly FileStream _stream;

    private LockFile(FileStream stream)
    {
        _stream = stream;
    }

    /// <summary>Waits for the lock.</summary>
    /// <param name="path">The file, in a folder that is there.</param>
    /// <param name="patience">How long to wait.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TimeoutException">Another holds it for too long.</exception>
    /// <exception cref="IOException">There can be no such file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be opened.</exception>
    public static async Task<LockFile> TakeAsync(string path, TimeSpan patience, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        long start = timeProvider.GetTimestamp();
        TimeSpan pause = s_firstPause;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryOpen(path) is FileStream stream)
            {
                return new(stream);
            }

            if (timeProvider.GetElapsedTime(start) >= patience)
            {
                throw new TimeoutException($"Another process has held '{path}' for {patience.TotalSeconds:0} seconds and more.");
            }

            await Task.Delay(pause, timeProvider, cancellationToken).ConfigureAwait(false);
            pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private static FileStream? TryOpen(string path)
    {
        FileStreamOptions options = new() { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            return new FileStream(path, options);
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
    }

    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION; EWOULDBLOCK of Linux, and of macOS.
    private static bool IsHeld(IOException e) => OperatingSystem.IsWindows()
        ? (e.HResult & 0xFFFF) is 32 or 33
        : e.HResult == (OperatingSystem.IsLinux() ? 11 : 35);
}
