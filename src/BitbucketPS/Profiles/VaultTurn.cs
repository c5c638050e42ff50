namespace BitbucketPS.Profiles;

/// <summary>
/// One call after the other. SecretManagement keeps a single runspace for all vaults of a process, whatever runspace it is called
/// from, and two calls at once fail in there.
/// </summary>
internal sealed class VaultTurn : IDisposable
{
    private static readonly SemaphoreSlim s_one = new(1, 1);
    private int _given;

    private VaultTurn()
    {
    }

    /// <summary>Waits for the turn, which lasts until it is disposed.</summary>
    public static async Task<VaultTurn> TakeAsync(CancellationToken cancellationToken)
    {
        await s_one.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _given, 1) == 0)
        {
            s_one.Release();
        }
    }
}
