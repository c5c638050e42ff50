namespace BitbucketPS;

/// <summary>The body of a request that writes a comment; what is null is not sent.</summary>
internal sealed record PullRequestCommentBody
{
    public RawTextBody? Content { get; init; }

    public InlineAnchor? Inline { get; init; }

    public IdReference? Parent { get; init; }

    public bool? Pending { get; init; }

    /// <summary>The body for a new comment.</summary>
    public static PullRequestCommentBody Of(PullRequestCommentDraft draft) => new()
    {
        Content = new(draft.Content),
        Inline = draft.Inline?.Clean(),
        Parent = draft.ParentId is { } parent ? new() { Id = parent } : null,
        Pending = draft.IsPending ? true : null,
    };

    /// <summary>The body for a change.</summary>
    public static PullRequestCommentBody Of(PullRequestCommentUpdate update) => new()
    {
        Content = update.Content is { } content ? new(content) : null,
        Pending = update.IsPending,
    };
}
