using System.Collections.Immutable;

namespace BitbucketPS.Sandbox;

/// <summary>Everything the sandbox remembers beside git: many readers, one writer at a time.</summary>
internal sealed class DataStore : IDisposable
{
    private readonly SemaphoreSlim _writer = new(1);
    private readonly IDataJournal _journal;
    private readonly RefUndo _undo;
    private ImmutableDictionary<EntityKey, EntitySet> _sets;

    /// <summary>Remembers what the journal holds from earlier.</summary>
    /// <param name="journal">Where changes are written before anybody sees them.</param>
    /// <param name="undo">Where changes note what they do to git.</param>
    /// <exception cref="SandboxException">The journal cannot be read.</exception>
    public DataStore(IDataJournal journal, RefUndo undo)
    {
        _journal = journal;
        _undo = undo;
        _sets = journal.Load();
    }

    /// <summary>A view as of now.</summary>
    public Data Read() => new(Volatile.Read(ref _sets), canChange: false);

    /// <summary>Changes what is remembered: all of it if the work succeeds, nothing if it throws.</summary>
    /// <param name="work">Gets a view of its own.</param>
    /// <param name="cancellationToken">Gives up waiting for the writers before.</param>
    public async Task<T> ChangeAsync<T>(Func<Data, Task<T>> work, CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        try
        {
            return await ChangeAsync(work);
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>The same for work that is done at once.</summary>
    public Task ChangeAsync(Action<Data> work, CancellationToken cancellationToken)
        => ChangeAsync(
            data =>
            {
                work(data);
                return Task.FromResult(true);
            },
            cancellationToken);

    /// <summary>Puts other things in the place of everything, unless the work throws; nobody changes anything meanwhile.</summary>
    /// <param name="work">Gets what there is, and gives what there is to be.</param>
    /// <param name="cancellationToken">Gives up waiting for the writers before.</param>
    public async Task ReplaceAsync(
        Func<Data, Task<ImmutableDictionary<EntityKey, EntitySet>>> work, CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        try
        {
            ImmutableDictionary<EntityKey, EntitySet> sets = await work(Read());
            _journal.Replace(sets);
            Volatile.Write(ref _sets, sets);
        }
        finally
        {
            _writer.Release();
        }
    }

    private async Task<T> ChangeAsync<T>(Func<Data, Task<T>> work)
    {
        Data data = new(_sets, canChange: true);
        T result;
        try
        {
            result = await work(data);
            _undo.Mark(data);
            if (data.Changes.Count > 0)
            {
                // Not given up any more: git has moved, and what is remembered has to follow.
                await _journal.AppendAsync(data);
                Volatile.Write(ref _sets, data.Sets);
            }
        }
        catch
        {
            await _undo.TakeBackAsync();
            throw;
        }

        _undo.Forget();
        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        _journal.Dispose();
    }
}
