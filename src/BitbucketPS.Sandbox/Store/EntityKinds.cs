using System.Collections.Frozen;

namespace BitbucketPS.Sandbox;

/// <summary>The types of what the sandbox remembers, by the names that files have for them.</summary>
internal static class EntityKinds
{
    /// <summary>All of them: whatever implements <see cref="IEntity"/> is remembered, without a list that could be forgotten.</summary>
    public static FrozenDictionary<string, Type> All { get; } = typeof(IEntity).Assembly.GetTypes()
        .Where(type => typeof(IEntity).IsAssignableFrom(type) && type is { IsClass: true, IsAbstract: false })
        .ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>A type by its name.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static Type Require(string? kind)
        => kind is not null && All.TryGetValue(kind, out Type? type)
            ? type
            : throw new FormatException($"The sandbox knows nothing of the kind {kind ?? "null"}; another version wrote it.");
}
