using BitbucketPS.Profiles;

namespace BitbucketPS.SignIn.Profiles;

/// <summary>Takes the locks of a store, and says what a person can do where one cannot be had.</summary>
internal static class StoreLock
{
    /// <summary>Waits for a lock.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="patience">How long.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="BitbucketException">Another holds it for too long, or it cannot be had at all.</exception>
    public static async Task<LockFile> AcquireAsync(string path, TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            PlainFile.RefuseLink(path);
            return await LockFile.TakeAsync(path, patience, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw StoreFailure.Failed(
                $"Another process has held the saved profiles for {patience.TotalSeconds:0} seconds and more ('{path}').",
                action: "Look for a PowerShell that hangs, or asks somebody for a password, and end it; then try again.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreFailure.Failed($"The saved profiles cannot be locked: {e.Message}", e);
        }
    }
}
