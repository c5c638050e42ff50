using System.Collections.Immutable;

namespace BitbucketPS.Sandbox;

/// <summary>
/// One view of everything the sandbox remembers. A reader's view stays as it was when it was taken; a writer's view shows its own
/// changes, which others see all at once when it is done, or never.
/// </summary>
internal sealed class Data
{
    private readonly List<EntityChange>? _changes;

    public Data(ImmutableDictionary<EntityKey, EntitySet> sets, bool canChange)
    {
        Sets = sets;
        _changes = canChange ? [] : null;
    }

    public ImmutableDictionary<EntityKey, EntitySet> Sets { get; private set; }

    /// <summary>What was changed through this view, in order.</summary>
    public IReadOnlyList<EntityChange> Changes => _changes ?? [];

    /// <summary>The entities of a kind and owner, oldest first.</summary>
    public IEnumerable<T> All<T>(string owner = "")
        where T : class, IEntity
        => Set<T>(owner).All.Cast<T>();

    public int Count<T>(string owner = "")
        where T : class, IEntity
        => Set<T>(owner).Count;

    /// <summary>One entity, or null.</summary>
    public T? Find<T>(string id, string owner = "")
        where T : class, IEntity
        => (T?)Set<T>(owner).Find(id);

    /// <summary>Puts an entity in its place, a new one at the end.</summary>
    public T Put<T>(T entity, string owner = "")
        where T : class, IEntity
    {
        Apply(new(Key<T>(owner), entity.Id, entity));
        return entity;
    }

    /// <summary>Puts many new entities at the end.</summary>
    public void PutNew<T>(IReadOnlyCollection<T> entities, string owner = "")
        where T : class, IEntity
    {
        EntityKey key = Key<T>(owner);
        Sets = Sets.SetItem(key, Set<T>(owner).WithMany(entities));
        RequireChanges().AddRange(entities.Select(entity => new EntityChange(key, entity.Id, entity)));
    }

    /// <summary>Removes an entity; false if there was none.</summary>
    public bool Remove<T>(string id, string owner = "")
        where T : class, IEntity
    {
        bool isThere = Find<T>(id, owner) is not null;
        if (isThere)
        {
            Apply(new(Key<T>(owner), id, null));
        }

        return isThere;
    }

    /// <summary>Removes all that belongs to an owner, of every kind, and to what is inside it: owners that begin with it and a slash.</summary>
    public void RemoveOwner(string owner)
    {
        foreach (EntityKey key in Sets.Keys.Where(key => IsInside(key.Owner, owner)).ToArray())
        {
            foreach (IEntity entity in Sets[key].All.ToArray())
            {
                Apply(new(key, entity.Id, null));
            }
        }
    }

    /// <summary>The next number of a count that begins at 1.</summary>
    public int Next(string counter, string owner = "")
        => Put(new Counter(counter, (Find<Counter>(counter, owner)?.Value ?? 0) + 1), owner).Value;

    /// <summary>Makes a change.</summary>
    public void Apply(EntityChange change)
    {
        RequireChanges().Add(change);
        EntitySet set = Sets.GetValueOrDefault(change.Key, EntitySet.Empty);
        Sets = Sets.SetItem(change.Key, change.Entity is null ? set.Without(change.Id) : set.With(change.Entity));
    }

    private static bool IsInside(string place, string owner)
        => place.StartsWith(owner, StringComparison.OrdinalIgnoreCase) && (place.Length == owner.Length || place[owner.Length] == '/');

    private static EntityKey Key<T>(string owner) => new(typeof(T).Name, owner);

    private EntitySet Set<T>(string owner) => Sets.GetValueOrDefault(Key<T>(owner), EntitySet.Empty);

    private List<EntityChange> RequireChanges()
        => _changes ?? throw new InvalidOperationException("This view is for reading: the operation is not declared as one that changes anything.");
}
