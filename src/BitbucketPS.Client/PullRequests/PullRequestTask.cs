using System.Text.Json.Serialization;

namespace BitbucketPS;

/// <summary>Something that is to be done before a pull request is merged.</summary>
public sealed record PullRequestTask
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The repository of the pull request.</summary>
    [JsonIgnore]
    public RepositoryId? Repository { get; init; }

    /// <summary>The number of the pull request.</summary>
    [JsonIgnore]
    public long PullRequestId { get; init; }

    /// <summary><c>UNRESOLVED</c>, or <c>RESOLVED</c> once it is done.</summary>
    public string? State { get; init; }

    /// <summary>Whether it is done.</summary>
    [JsonIgnore]
    public bool IsResolved => string.Equals(State, "RESOLVED", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is to be done.</summary>
    public RenderedText? Content { get; init; }

    /// <summary>Who asked for it; null if the account was deleted.</summary>
    public Account? Creator { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedOn { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedOn { get; init; }

    /// <summary>Who said that it is done; null while it is not, and if the account was deleted.</summary>
    public Account? ResolvedBy { get; init; }

    /// <summary>When somebody said that it is done; null while it is not.</summary>
    public DateTimeOffset? ResolvedOn { get; init; }

    /// <summary>The number of the comment it hangs on; null if it belongs to the pull request as a whole.</summary>
    [JsonIgnore]
    public long? CommentId => Comment?.Id;

    /// <summary>Whether only its author sees it as yet.</summary>
    [JsonPropertyName("pending")]
    public bool IsPending { get; init; }

    /// <summary>Where it is found.</summary>
    public Links? Links { get; init; }

    /// <summary>The comment it hangs on, as the service names it.</summary>
    [JsonInclude]
    internal IdReference? Comment { get; init; }

    /// <summary><c>workspace/slug#number/tasks/number</c></summary>
    public override string ToString() => FormattableString.Invariant($"{Repository}#{PullRequestId}/tasks/{Id}");
}
