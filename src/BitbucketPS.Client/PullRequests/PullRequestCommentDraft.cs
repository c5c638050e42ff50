namespace BitbucketPS;

/// <summary>A comment that is to be written on a pull request.</summary>
/// <param name="Content">The text.</param>
public sealed record PullRequestCommentDraft(string Content)
{
    /// <summary>The place in a file that it is about; null if it is about the pull request as a whole.</summary>
    public InlineAnchor? Inline { get; init; }

    /// <summary>The number of the comment it answers; null if it begins a thread.</summary>
    public long? ParentId { get; init; }

    /// <summary>Whether only its author is to see it as yet.</summary>
    public bool IsPending { get; init; }
}
