namespace BitbucketPS.Sandbox;

/// <summary>What groups repositories inside a workspace, which owns this.</summary>
/// <param name="Uuid">In braces, as the API writes it.</param>
/// <param name="Key">Short and in capitals.</param>
/// <param name="Name">For people.</param>
internal sealed record Project(string Uuid, string Key, string Name) : IEntity
{
    public string? Description { get; init; }

    public bool IsPrivate { get; init; } = true;

    public DateTimeOffset CreatedOn { get; init; }

    public DateTimeOffset UpdatedOn { get; init; }

    /// <inheritdoc/>
    public string Id => Uuid;
}
