namespace BitbucketPS;

/// <summary>That somebody closed a thread of comments. The service may send it empty, and then nobody did.</summary>
internal sealed record PullRequestCommentResolution
{
    /// <summary>Who did; null if the account was deleted.</summary>
    public Account? User { get; init; }

    /// <summary>When they did.</summary>
    public DateTimeOffset? CreatedOn { get; init; }
}
