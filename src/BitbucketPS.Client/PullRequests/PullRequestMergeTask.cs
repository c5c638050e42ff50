using System.Text.Json.Serialization;

namespace BitbucketPS;

/// <summary>A merge that the service carries out in the background.</summary>
public sealed record PullRequestMergeTask
{
    /// <summary>The status of one that is done.</summary>
    internal const string Success = "SUCCESS";

    /// <summary>The status of one that goes on.</summary>
    internal const string Pending = "PENDING";

    /// <summary>The repository of the pull request.</summary>
    [JsonIgnore]
    public RepositoryId? Repository { get; init; }

    /// <summary>The number of the pull request.</summary>
    [JsonIgnore]
    public long PullRequestId { get; init; }

    /// <summary>What the service calls it.</summary>
    [JsonIgnore]
    public string TaskId { get; init => field = value ?? ""; } = "";

    /// <summary>How far it is: <c>PENDING</c> or <c>SUCCESS</c>. A merge that failed answers with an error.</summary>
    [JsonPropertyName("task_status")]
    public string Status { get; init => field = value ?? ""; } = "";

    /// <summary>The merged pull request; null as long as it is not done.</summary>
    [JsonPropertyName("merge_result")]
    public PullRequest? PullRequest { get; init; }

    internal bool IsDone => string.Equals(Status, Success, StringComparison.OrdinalIgnoreCase);

    /// <summary>Which merge it is, and how far.</summary>
    public override string ToString() => FormattableString.Invariant($"merge of {Repository}#{PullRequestId}: {Status}");
}
