namespace BitbucketPS.Sandbox;

/// <summary>What repositories belong to.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="CreatedOn">When it was opened.</param>
internal sealed record Workspace(string Slug, string Name, DateTimeOffset CreatedOn) : IEntity
{
    /// <summary>In braces, as the API writes it.</summary>
    public string Uuid { get; } = StableId.Uuid("workspace", Slug);

    /// <inheritdoc/>
    public string Id => Uuid;
}
