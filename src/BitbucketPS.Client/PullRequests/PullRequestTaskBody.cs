namespace BitbucketPS;

/// <summary>The body of a request that writes a task; what is null is not sent.</summary>
internal sealed record PullRequestTaskBody
{
    public RawTextBody? Content { get; init; }

    public IdReference? Comment { get; init; }

    public bool? Pending { get; init; }

    public string? State { get; init; }

    /// <summary>The body for a new task.</summary>
    public static PullRequestTaskBody Of(PullRequestTaskDraft draft) => new()
    {
        Content = new(draft.Content),
        Comment = draft.CommentId is { } comment ? new() { Id = comment } : null,
        Pending = draft.IsPending ? true : null,
    };

    /// <summary>The body for a change.</summary>
    public static PullRequestTaskBody Of(PullRequestTaskUpdate update) => new()
    {
        Content = update.Content is { } content ? new(content) : null,
        State = update.State,
    };
}
