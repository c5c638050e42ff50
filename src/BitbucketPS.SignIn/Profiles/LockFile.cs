namespace BitbucketPS.SignIn.Profiles;

/// <summary>A lock that one thread of one process holds, over an open file. It vanishes with a process that is killed.</summary>
/// <remarks>
/// The file is never deleted. A lock file that is deleted on close, as that of the package's CrossPlatLock, lets two hold
/// "the same" lock on Unix: one has the deleted file still open, the other has made a new one under its name.
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
    /// <param name="path">The file.</param>
    /// <param name="patience">How long.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="BitbucketException">Another holds it for too long, or it cannot be had at all.</exception>
    public static async Task<LockFile> AcquireAsync(string path, TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
    {
        long start = clock.GetTimestamp();
        TimeSpan pause = s_firstPause;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryOpen(path) is FileStream stream)
            {
                return new(stream);
            }

            if (clock.GetElapsedTime(start) >= patience)
            {
                throw Held(path, patience);
            }

            await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
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
            PlainFile.RefuseLink(path);
            return new FileStream(path, options);
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreFailure.Failed($"The saved profiles cannot be locked: {e.Message}", e);
        }
    }

    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION; EWOULDBLOCK of Linux, and of macOS.
    private static bool IsHeld(IOException e) => OperatingSystem.IsWindows()
        ? (e.HResult & 0xFFFF) is 32 or 33
        : e.HResult == (OperatingSystem.IsLinux() ? 11 : 35);

    private static BitbucketException Held(string path, TimeSpan patience) => StoreFailure.Failed(
        $"Another process has held the saved profiles for {patience.TotalSeconds:0} seconds and more ('{path}').",
        action: "Look for a PowerShell that hangs, or asks somebody for a password, and end it; then try again.");
}
