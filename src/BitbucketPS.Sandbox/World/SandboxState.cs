using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace BitbucketPS.Sandbox;

/// <summary>Everything that lasts from one request to the next: what is remembered, and the repositories on disk.</summary>
internal sealed class SandboxState : IDisposable
{
    private readonly ConcurrentDictionary<string, GitStorage> _storages = new(StringComparer.Ordinal);
    private readonly GitFolder _firstFolder = GitFolder.Make();
    private readonly RefUndo _undo;
    private readonly DataStore _store;

    /// <summary>Takes up what an earlier process left.</summary>
    /// <param name="folder">Where the repositories are.</param>
    /// <param name="journal">Where changes are written.</param>
    /// <exception cref="SandboxException">What was left cannot be read.</exception>
    public SandboxState(string folder, IDataJournal journal)
    {
        Folder = folder;
        _undo = new(folder);
        _store = new(journal, _undo);
    }

    /// <summary>The folder of everything.</summary>
    public string Folder { get; }

    public GitStorage Storage => StorageOf(_store.Read());

    /// <summary>The world as it is now, to be looked at.</summary>
    public World Read() => WorldOf(_store.Read());

    /// <summary>Changes the world: wholly if the work succeeds, not at all if it throws. One such work at a time.</summary>
    public Task<T> ChangeAsync<T>(Func<World, Task<T>> work, CancellationToken cancellationToken)
        => _store.ChangeAsync(data => work(WorldOf(data)), cancellationToken);

    /// <summary>The same for work that is done at once.</summary>
    public Task ChangeAsync(Action<World> work, CancellationToken cancellationToken)
        => _store.ChangeAsync(data => work(WorldOf(data)), cancellationToken);

    /// <summary>Puts another world in the place of this one, unless the work throws.</summary>
    public Task ReplaceAsync(Func<World, Task<ImmutableDictionary<EntityKey, EntitySet>>> work, CancellationToken cancellationToken)
        => _store.ReplaceAsync(data => work(WorldOf(data)), cancellationToken);

    /// <summary>Takes back what an earlier process did to branches and tags, and was killed before it was written down.</summary>
    public Task HealAsync() => _undo.HealAsync(_store.Read());

    /// <inheritdoc/>
    public void Dispose() => _store.Dispose();

    /// <summary>Which folder a view has its repositories in.</summary>
    public GitFolder FolderOf(Data data) => GitFolder.Find(data) ?? _firstFolder;

    private World WorldOf(Data data) => new(data, StorageOf(data));

    private GitStorage StorageOf(Data data)
        => _storages.GetOrAdd(FolderOf(data).Name, name => new(Path.Combine(Folder, name), _undo));
}
