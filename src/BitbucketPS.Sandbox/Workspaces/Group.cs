namespace BitbucketPS.Sandbox;

/// <summary>People of a workspace, which owns this, that get permissions together.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">Its name for people.</param>
internal sealed record Group(string Slug, string Name) : IEntity
{
    /// <summary>The UUIDs of who is in it.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <inheritdoc/>
    public string Id => Slug;
}
