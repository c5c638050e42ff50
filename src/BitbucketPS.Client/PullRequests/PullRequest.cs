using System.Text.Json.Serialization;
using BitbucketPS.Json;

namespace BitbucketPS;

/// <summary>A pull request.</summary>
public sealed record PullRequest
{
    /// <summary>Its number in its repository.</summary>
    public long Id { get; init; }

    /// <summary>The repository it belongs to: the one it is to be merged into.</summary>
    [JsonIgnore]
    public RepositoryId? Repository { get; init; }

    /// <summary>Its title.</summary>
    public string Title { get; init => field = value ?? ""; } = "";

    /// <summary>What it is about, as it was written: Markdown.</summary>
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>What became of it: <c>OPEN</c>, <c>MERGED</c>, <c>DECLINED</c> or <c>SUPERSEDED</c>.</summary>
    public string State { get; init => field = value ?? ""; } = "";

    internal bool IsMerged => State is "MERGED";

    /// <summary>True if it is not ready to be merged, by its author's word.</summary>
    [JsonPropertyName("draft")]
    public bool IsDraft { get; init; }

    /// <summary>Who opened it; null if the account is gone.</summary>
    public Account? Author { get; init; }

    /// <summary>The branch that is merged; null if nobody knows it any more.</summary>
    [JsonIgnore]
    public string? SourceBranch => SourceSide?.Branch?.Name;

    /// <summary>The commit at the end of that branch, by its first twelve digits; null if it is gone.</summary>
    [JsonIgnore]
    public string? SourceCommit => SourceSide?.Commit?.Hash;

    /// <summary>The repository of that branch: another one if it comes from a fork, and null if that is gone.</summary>
    [JsonIgnore]
    public RepositoryId? SourceRepository => SourceSide?.Repository?.Id;

    /// <summary>True if its branch is not one of the repository it is merged into, but of a fork, or of one that is gone.</summary>
    [JsonIgnore]
    public bool IsFromFork => SourceRepository is not { } source || !source.Equals(DestinationSide?.Repository?.Id ?? Repository);

    /// <summary>The branch that is merged into; null if it is gone.</summary>
    [JsonIgnore]
    public string? DestinationBranch => DestinationSide?.Branch?.Name;

    /// <summary>The commit at the end of that branch, by its first twelve digits; null if it is gone.</summary>
    [JsonIgnore]
    public string? DestinationCommit => DestinationSide?.Commit?.Hash;

    /// <summary>Who is asked to review it.</summary>
    public IReadOnlyList<Account> Reviewers { get; init => field = value ?? []; } = [];

    /// <summary>Who takes part in it, and what they think of it: the reviewers, and whoever else came by.</summary>
    public IReadOnlyList<Participant> Participants { get; init => field = value ?? []; } = [];

    /// <summary>The hash of the commit that its merge made; null as long as it is not merged. Twelve digits, and all of them where it was just merged.</summary>
    [JsonConverter(typeof(HashConverter))]
    public string? MergeCommit { get; init; }

    /// <summary>True if its merge deletes the source branch.</summary>
    public bool CloseSourceBranch { get; init; }

    /// <summary>Who merged or declined it; null as long as it is open, or if the account is gone.</summary>
    public Account? ClosedBy { get; init; }

    /// <summary>Why it was declined, if that was said.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";

    /// <summary>How many comments it has.</summary>
    public int CommentCount { get; init; }

    /// <summary>How many of its tasks are still to be done.</summary>
    public int TaskCount { get; init; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset? CreatedOn { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedOn { get; init; }

    /// <summary>Where it is found.</summary>
    public Links? Links { get; init; }

    [JsonInclude]
    [JsonPropertyName("source")]
    internal PullRequestSide? SourceSide { get; init; }

    [JsonInclude]
    [JsonPropertyName("destination")]
    internal PullRequestSide? DestinationSide { get; init; }

    /// <summary><c>workspace/slug#number</c></summary>
    public override string ToString() => FormattableString.Invariant($"{Repository}#{Id}");
}
