namespace BitbucketPS.Sandbox;

/// <summary>How branches are named in a repository or the repositories of a project, whose UUID owns this.</summary>
internal sealed record BranchingModel : IEntity
{
    public const string OnlyId = "model";

    /// <summary>What everybody has who never changed it.</summary>
    public static BranchingModel Default { get; } = new();

    public BranchChoice Development { get; init; } = new(Name: null, UsesMainBranch: true);

    public BranchChoice Production { get; init; } = new(Name: null, UsesMainBranch: false);

    /// <summary>Whether there is a production branch.</summary>
    public bool HasProduction { get; init; }

    /// <summary>All four, also those that do not count.</summary>
    public IReadOnlyList<BranchType> Types { get; init; } =
    [
        new("feature", "feature/", IsEnabled: true),
        new("bugfix", "bugfix/", IsEnabled: true),
        new("release", "release/", IsEnabled: true),
        new("hotfix", "hotfix/", IsEnabled: true),
    ];

    /// <inheritdoc/>
    public string Id => OnlyId;
}
