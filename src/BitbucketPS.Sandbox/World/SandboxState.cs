namespace BitbucketPS.Sandbox;

/// <summary>Everything that lasts from one request to the next: what is remembered, and the repositories on disk.</summary>
internal sealed class SandboxState : IDisposable
{
    private readonly DataStore _store;

    public SandboxState(string folder, IDataJournal journal)
    {
        _store = new(journal);
        Storage = new(folder);
    }

    public GitStorage Storage { get; }

    /// <summary>The world as it is now, to be looked at.</summary>
    public World Read() => new(_store.Read(), Storage);

    /// <summary>Changes the world: wholly if the work succeeds, not at all if it throws. One such work at a time.</summary>
    public Task<T> ChangeAsync<T>(Func<World, Task<T>> work, CancellationToken cancellationToken)
        => _store.ChangeAsync(data => work(new(data, Storage)), cancellationToken);

    /// <summary>The same for work that is done at once.</summary>
    public Task ChangeAsync(Action<World> work, CancellationToken cancellationToken)
        => _store.ChangeAsync(data => work(new(data, Storage)), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _store.Dispose();
}
