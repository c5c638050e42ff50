using System.Text.Json.Serialization;

namespace BitbucketPS;

/// <summary>A branch of a repository.</summary>
public sealed record Branch
{
    /// <summary>Its name, such as <c>feature/login</c>.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The repository it belongs to.</summary>
    [JsonIgnore]
    public RepositoryId? Repository { get; init; }

    /// <summary>The commit it points to.</summary>
    public CommitSummary? Target { get; init; }

    /// <summary>How a pull request into it is merged unless somebody chooses otherwise, such as <c>merge_commit</c>.</summary>
    public string? DefaultMergeStrategy { get; init; }

    /// <summary>The ways in which a pull request into it may be merged.</summary>
    public IReadOnlyList<string> MergeStrategies { get; init => field = value ?? []; } = [];

    /// <summary>Where it is found.</summary>
    public Links? Links { get; init; }

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
