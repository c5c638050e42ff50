namespace BitbucketPS;

/// <summary>What is to be changed of a comment; what is null stays as it is.</summary>
public sealed record PullRequestCommentUpdate
{
    /// <summary>The new text.</summary>
    public string? Content { get; init; }

    /// <summary>False publishes a comment that only its author sees as yet.</summary>
    public bool? IsPending { get; init; }
}
