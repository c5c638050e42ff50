using BitbucketPS.Profiles;

namespace BitbucketPS.SignIn.Profiles;

/// <summary>A place whose lock is held, from reading it to writing it.</summary>
/// <param name="place">The place.</param>
/// <param name="held">The lock.</param>
internal sealed class OpenPlace(ProfilePlace place, LockFile held) : IAsyncDisposable
{
    private SlotPair? _pair;
    private SlotPairState? _state;
    private Task _call = Task.CompletedTask;

    /// <summary>What a list of profiles calls it.</summary>
    public string Name => place.Name;

    /// <summary>Says for a person where it lies.</summary>
    public string Description => place.Description;

    /// <summary>What the place holds.</summary>
    public ProfileDocument Document => _state!.Newest.Document;

    /// <summary>That the place was damaged, and where what was there lies now; null if it was not.</summary>
    public string? Damage { get; private set; }

    /// <summary>Reads the place.</summary>
    /// <param name="pair">Its slots.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task ReadAsync(SlotPair pair, DateTimeOffset now, CancellationToken cancellationToken)
    {
        _pair = pair;
        _state = await CallAsync(() => pair.Read(beforeWrite: true), cancellationToken).ConfigureAwait(false);
        if (_state.IsDamaged)
        {
            SlotPairState damaged = _state;
            string where = await CallAsync(() => pair.SetAside(damaged, now), cancellationToken).ConfigureAwait(false);
            Damage = $"The saved profiles were damaged. What is left of them was set aside as {where}. Sign in again with Connect-Bitbucket -Save.";
            _state = await CallAsync(() => pair.Read(beforeWrite: true), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes the place, if it is another.</summary>
    /// <param name="document">What to keep.</param>
    /// <param name="cancellationToken">Ends the wait; a write that has begun is finished.</param>
    public async Task WriteAsync(ProfileDocument document, CancellationToken cancellationToken)
    {
        SlotPairState before = _state!;
        try
        {
            _state = await CallAsync(() => _pair!.Write(before, document, twice: Document.LosesTo(document)), cancellationToken).ConfigureAwait(false);
        }
        catch (StoreUnreachableException e)
        {
            throw StoreFailure.Failed($"The profile cannot be saved in the {Name.ToLowerInvariant()}: {e.Message}.", e);
        }
    }

    /// <summary>Releases the lock: at once, or after a call that nobody waits for any longer, so that it writes over nothing.</summary>
    public ValueTask DisposeAsync()
    {
        if (_call.IsCompleted)
        {
            return held.DisposeAsync();
        }

        _ = _call.ContinueWith(_ => held.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return ValueTask.CompletedTask;
    }

    private Task<T> CallAsync<T>(Func<T> call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Task<T> started = place.Start(call);
        _call = started;
        return place.WaitAsync(started, cancellationToken);
    }
}
