using System.Collections.Immutable;

namespace BitbucketPS.Sandbox;

/// <summary>Forgets: the sandbox lives in memory.</summary>
internal sealed class NoJournal : IDataJournal
{
    public ImmutableDictionary<EntityKey, EntitySet> Load() => ImmutableDictionary<EntityKey, EntitySet>.Empty;

    public Task AppendAsync(Data data) => Task.CompletedTask;

    public void Replace(ImmutableDictionary<EntityKey, EntitySet> sets)
    {
    }

    public void Dispose()
    {
    }
}
