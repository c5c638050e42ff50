using System.Text.Json.Serialization;

namespace BitbucketPS;

/// <summary>A branch of a repository.</summary>
public sealed record Branch : Ref
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Type => "branch";

    /// <summary>How a pull request into it is merged unless somebody chooses otherwise, such as <c>merge_commit</c>.</summary>
    public string? DefaultMergeStrategy { get; init; }

    /// <summary>The ways in which a pull request into it may be merged.</summary>
    public IReadOnlyList<string> MergeStrategies { get; init => field = value ?? []; } = [];
}
