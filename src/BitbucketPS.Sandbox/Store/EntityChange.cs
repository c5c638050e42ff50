namespace BitbucketPS.Sandbox;

/// <summary>A change of what the sandbox remembers.</summary>
/// <param name="Key">Where.</param>
/// <param name="Id">Of the entity.</param>
/// <param name="Entity">What is there now; null if it was removed.</param>
internal sealed record EntityChange(EntityKey Key, string Id, IEntity? Entity);
