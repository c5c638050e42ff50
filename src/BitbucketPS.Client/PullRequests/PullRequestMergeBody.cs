using System.Text.Json.Serialization;

namespace BitbucketPS;

/// <summary>The body of a request that merges a pull request; what is null is not sent.</summary>
internal sealed record PullRequestMergeBody
{
    public string? Message { get; init; }

    public bool? CloseSourceBranch { get; init; }

    [JsonPropertyName("merge_strategy")]
    public string? Strategy { get; init; }
}
