namespace BitbucketPS;

/// <summary>Which settings a repository inherits from its project, and which are its own.</summary>
public sealed record SettingInheritance
{
    /// <summary>The repository.</summary>
    public RepositoryId? Repository { get; init; }

    /// <summary>True if the merge strategies are those of the project; null if the service does not say.</summary>
    public bool? InheritsMergeStrategy { get; init; }

    /// <summary>True if the branching model is that of the project; null if the service does not say.</summary>
    public bool? InheritsBranchingModel { get; init; }

    /// <summary>The repository.</summary>
    public override string ToString() => Repository?.ToString() ?? "";
}
