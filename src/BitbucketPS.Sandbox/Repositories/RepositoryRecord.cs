namespace BitbucketPS.Sandbox;

/// <summary>What Bitbucket knows about a repository beside git. Its workspace owns this.</summary>
internal sealed record RepositoryRecord : IEntity
{
    public const string AllowForks = "allow_forks";
    public const string NoPublicForks = "no_public_forks";
    public const string NoForks = "no_forks";

    /// <summary>In braces, as the API writes it.</summary>
    public required string Uuid { get; init; }

    public required string WorkspaceUuid { get; init; }

    public required string ProjectUuid { get; init; }

    /// <summary>Its name in addresses.</summary>
    public required string Slug { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>The main programming language, in lower case as Bitbucket has it.</summary>
    public required string Language { get; init; }

    public string Website { get; init; } = "";

    public required bool IsPrivate { get; init; }

    /// <summary><see cref="AllowForks"/>, <see cref="NoPublicForks"/> or <see cref="NoForks"/>.</summary>
    public required string ForkPolicy { get; init; }

    public bool HasIssues { get; init; }

    public bool HasWiki { get; init; }

    public required DateTimeOffset CreatedOn { get; init; }

    /// <summary>When it was last written to, through the API or by a push.</summary>
    public required DateTimeOffset UpdatedOn { get; init; }

    /// <summary>What it was forked from; null for nothing.</summary>
    public string? ParentUuid { get; init; }

    /// <summary>Whether it has merge strategies of its own rather than those of its project.</summary>
    public bool OverridesMergeStrategy { get; init; }

    /// <summary>Whether it has a branching model of its own rather than that of its project.</summary>
    public bool OverridesBranchingModel { get; init; }

    /// <summary>The folder of the bare repository, below that of all; it stays when the repository is renamed.</summary>
    public required string Folder { get; init; }

    /// <inheritdoc/>
    public string Id => Uuid;
}
