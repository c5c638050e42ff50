using System.Collections.Immutable;

namespace BitbucketPS.Sandbox;

/// <summary>Builds what is remembered from many changes, faster than one by one.</summary>
internal sealed class EntityCollector
{
    private readonly Dictionary<EntityKey, OrderedDictionary<string, IEntity>> _sets = [];

    public void Add(EntityChange change)
    {
        if (!_sets.TryGetValue(change.Key, out OrderedDictionary<string, IEntity>? set))
        {
            _sets.Add(change.Key, set = new(StringComparer.OrdinalIgnoreCase));
        }

        if (change.Entity is null)
        {
            set.Remove(change.Id);
        }
        else
        {
            // What was there keeps its place, as in a set that is changed one by one.
            set[change.Id] = change.Entity;
        }
    }

    public ImmutableDictionary<EntityKey, EntitySet> ToSets()
        => _sets.Where(set => set.Value.Count > 0).ToImmutableDictionary(set => set.Key, set => EntitySet.Empty.WithMany(set.Value.Values));

    /// <summary>Everything that is remembered, as the changes that lead to it.</summary>
    public static IEnumerable<EntityChange> Flatten(ImmutableDictionary<EntityKey, EntitySet> sets)
        => sets
            .OrderBy(set => set.Key.Kind, StringComparer.Ordinal)
            .ThenBy(set => set.Key.Owner, StringComparer.Ordinal)
            .SelectMany(set => set.Value.All.Select(entity => new EntityChange(set.Key, entity.Id, entity)));
}
