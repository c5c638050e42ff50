namespace BitbucketPS;

/// <summary>Something that happened to a pull request.</summary>
public sealed record PullRequestActivity
{
    /// <summary>The repository of the pull request.</summary>
    public RepositoryId? Repository { get; init; }

    /// <summary>The number of the pull request.</summary>
    public long PullRequestId { get; init; }

    /// <summary>The title of the pull request, as it is now.</summary>
    public string Title { get; init => field = value ?? ""; } = "";

    /// <summary>What happened: <c>update</c>, <c>comment</c>, <c>approval</c> or <c>changes_requested</c>.</summary>
    public string Kind { get; init => field = value ?? ""; } = "";

    /// <summary>Who did it; null if the account is gone.</summary>
    public Account? User { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>The text of a comment; for an update the state of the pull request after it, and the names of what was changed.</summary>
    public string Text { get; init => field = value ?? ""; } = "";

    /// <summary>The state of the pull request after an update; null for anything else.</summary>
    public string? State { get; init; }

    /// <summary>The number of the comment; null for anything else.</summary>
    public long? CommentId { get; init; }

    /// <summary>What happened, and to which pull request.</summary>
    public override string ToString() => FormattableString.Invariant($"{Repository}#{PullRequestId} {Kind}");
}
