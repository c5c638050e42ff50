namespace BitbucketPS.Sandbox;

/// <summary>A few files that somebody shows around; a git repository of its own. Its workspace owns this.</summary>
/// <param name="Id">A short text.</param>
internal sealed record Snippet(string Id) : IEntity
{
    public required string Title { get; init; }

    public required bool IsPrivate { get; init; }

    public required string CreatorUuid { get; init; }

    /// <summary>The folder of the bare repository.</summary>
    public required string Folder { get; init; }

    /// <summary>The UUIDs of those who watch it.</summary>
    public IReadOnlyList<string> Watchers { get; init; } = [];

    public required DateTimeOffset CreatedOn { get; init; }

    public required DateTimeOffset UpdatedOn { get; init; }

    /// <summary>What owns its comments.</summary>
    public string OwnerIn(Workspace workspace) => $"{workspace.Uuid}/snippets/{Id}";
}
