using BitbucketPS.Profiles;

namespace BitbucketPS.SignIn.Profiles;

/// <summary>One place where profiles lie: the protected storage, or the plain file.</summary>
/// <param name="storage">Where the slots lie.</param>
/// <param name="folder">The folder of the lock files.</param>
/// <param name="options">Patience and clock.</param>
internal sealed class ProfilePlace(ISlotStorage storage, StoreFolder folder, ProfileStoreOptions options)
{
    private static readonly TimeSpan s_lockPatience = TimeSpan.FromSeconds(30);

    private readonly SlotPair _pair = new(storage);

    /// <summary>What a list of profiles calls it.</summary>
    public string Name => storage.Name;

    /// <summary>Whether something was once written.</summary>
    public bool WasUsed => storage.WasUsed;

    /// <summary>Says for a person where it lies.</summary>
    public string Description => string.Join(" and ", SlotPair.Slots.Select(storage.Describe));

    /// <summary>Reads the profiles, without a lock where possible.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="BitbucketException">They cannot be read, or were damaged and set aside.</exception>
    /// <exception cref="StoreUnreachableException">They cannot be reached.</exception>
    public async Task<ProfileDocument> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // Windows does not replace a file that somebody has open, so there a reader keeps writers away.
        if (!OperatingSystem.IsWindows() || !folder.Exists)
        {
            SlotPairState state = await WaitAsync(Start(() => _pair.Read(beforeWrite: false)), cancellationToken).ConfigureAwait(false);
            if (!state.IsDamaged)
            {
                return state.Newest.Document;
            }
        }

        // Both were perhaps being written, one after the other, while they were read. Under the lock nobody writes.
        OpenPlace open = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (open.ConfigureAwait(false))
        {
            return open.Damage is null ? open.Document : throw StoreFailure.Damaged(open.Damage);
        }
    }

    /// <summary>Locks and reads the profiles in order to write them. What is damaged is set aside.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="BitbucketException">They cannot be read.</exception>
    /// <exception cref="StoreUnreachableException">They cannot be reached.</exception>
    public async Task<OpenPlace> OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // Whoever has to be asked for a password is asked here, where no lock makes others wait.
        await WaitAsync(Start(() => _pair.Read(beforeWrite: true)), cancellationToken).ConfigureAwait(false);
        LockFile held = await StoreLock.AcquireAsync(
            folder.File(storage.LockName), options.Patience + s_lockPatience, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        OpenPlace open = new(this, held);
        try
        {
            await open.ReadAsync(_pair, options.TimeProvider.GetUtcNow(), cancellationToken).ConfigureAwait(false);
            return open;
        }
        catch
        {
            await open.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Starts a call on a thread of its own: it may wait for a person.</summary>
    /// <param name="call">The call.</param>
    /// <exception cref="StoreUnreachableException">It is no use to call.</exception>
    public Task<T> Start<T>(Func<T> call)
    {
        RequireNoObstacle();
        return Task.Factory.StartNew(call, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Waits for a call, though not for ever. A call that is not waited for any longer goes on.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreUnreachableException">It takes too long.</exception>
    public async Task<T> WaitAsync<T>(Task<T> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call.WaitAsync(options.Patience, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            if (call.IsCompleted)
            {
                return await call.ConfigureAwait(false);
            }

            string reason = $"it did not answer within {options.Patience.TotalSeconds:0} seconds";
            storage.GiveUp(reason);
            throw new StoreUnreachableException(reason, e);
        }
    }

    private void RequireNoObstacle()
    {
        if (storage.Obstacle is string obstacle)
        {
            throw new StoreUnreachableException(obstacle);
        }
    }
}
