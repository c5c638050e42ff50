using System.Collections.Immutable;

namespace BitbucketPS.Sandbox;

/// <summary>The entities of one kind and owner, in the order in which they came. It never changes; a change makes a new one.</summary>
internal sealed class EntitySet
{
    private readonly ImmutableSortedDictionary<long, IEntity> _entities;
    private readonly ImmutableDictionary<string, long> _places;
    private readonly long _next;

    private EntitySet(ImmutableSortedDictionary<long, IEntity> entities, ImmutableDictionary<string, long> places, long next)
    {
        _entities = entities;
        _places = places;
        _next = next;
    }

    public static EntitySet Empty { get; } = new(
        ImmutableSortedDictionary<long, IEntity>.Empty, ImmutableDictionary.Create<string, long>(StringComparer.OrdinalIgnoreCase), next: 0);

    public int Count => _entities.Count;

    public IEnumerable<IEntity> All => _entities.Values;

    public IEntity? Find(string id) => _places.TryGetValue(id, out long place) ? _entities[place] : null;

    /// <summary>With an entity, which takes the place of the one with its id.</summary>
    public EntitySet With(IEntity entity)
    {
        bool isKnown = _places.TryGetValue(entity.Id, out long known);
        long place = isKnown ? known : _next;
        return new(_entities.SetItem(place, entity), _places.SetItem(entity.Id, place), isKnown ? _next : _next + 1);
    }

    /// <summary>With many entities whose ids are new.</summary>
    public EntitySet WithMany(IEnumerable<IEntity> added)
    {
        ImmutableSortedDictionary<long, IEntity>.Builder entities = _entities.ToBuilder();
        ImmutableDictionary<string, long>.Builder places = _places.ToBuilder();
        long place = _next;
        foreach (IEntity entity in added)
        {
            entities.Add(place, entity);
            places.Add(entity.Id, place++);
        }

        return new(entities.ToImmutable(), places.ToImmutable(), place);
    }

    public EntitySet Without(string id)
        => _places.TryGetValue(id, out long place) ? new(_entities.Remove(place), _places.Remove(id), _next) : this;
}
