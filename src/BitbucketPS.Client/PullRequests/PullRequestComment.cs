using System.Text.Json.Serialization;

namespace BitbucketPS;

/// <summary>What somebody wrote about a pull request.</summary>
public sealed record PullRequestComment
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The repository of the pull request.</summary>
    [JsonIgnore]
    public RepositoryId? Repository { get; init; }

    /// <summary>The number of the pull request.</summary>
    [JsonIgnore]
    public long PullRequestId { get; init; }

    /// <summary>The text; null or empty if the comment was deleted.</summary>
    public RenderedText? Content { get; init; }

    /// <summary>Who wrote it; null if the account was deleted.</summary>
    public Account? User { get; init; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset? CreatedOn { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedOn { get; init; }

    /// <summary>The place in a file that it is about; null if it is about the pull request as a whole.</summary>
    public InlineAnchor? Inline { get; init; }

    /// <summary>The number of the comment it answers; null if it begins a thread.</summary>
    [JsonIgnore]
    public long? ParentId => Parent?.Id;

    /// <summary>Whether only its shell is left, since others answered it.</summary>
    [JsonPropertyName("deleted")]
    public bool IsDeleted { get; init; }

    /// <summary>Whether only its author sees it as yet.</summary>
    [JsonPropertyName("pending")]
    public bool IsPending { get; init; }

    /// <summary>Whether somebody closed the thread that it begins.</summary>
    [JsonIgnore]
    public bool IsResolved => Resolution is { User: not null } or { CreatedOn: not null };

    /// <summary>Who closed the thread; null while it is open, and if the account was deleted.</summary>
    [JsonIgnore]
    public Account? ResolvedBy => Resolution?.User;

    /// <summary>When the thread was closed; null while it is open.</summary>
    [JsonIgnore]
    public DateTimeOffset? ResolvedOn => Resolution?.CreatedOn;

    /// <summary>Where it is found.</summary>
    public Links? Links { get; init; }

    /// <summary>The comment it answers, as the service names it.</summary>
    [JsonInclude]
    internal IdReference? Parent { get; init; }

    /// <summary>What the service says of the end of the thread.</summary>
    [JsonInclude]
    internal PullRequestCommentResolution? Resolution { get; init; }

    /// <summary><c>workspace/slug#number/comments/number</c></summary>
    public override string ToString() => FormattableString.Invariant($"{Repository}#{PullRequestId}/comments/{Id}");
}
