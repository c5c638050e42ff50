namespace BitbucketPS;

/// <summary>A task that is to be put on a pull request.</summary>
/// <param name="Content">What is to be done.</param>
public sealed record PullRequestTaskDraft(string Content)
{
    /// <summary>The number of the comment it hangs on; null if it belongs to the pull request as a whole.</summary>
    public long? CommentId { get; init; }

    /// <summary>Whether only its author is to see it as yet.</summary>
    public bool IsPending { get; init; }
}
