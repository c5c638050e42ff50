namespace BitbucketPS;

/// <summary>The body that makes or changes a comment on a commit. The service refuses a <c>type</c> in it.</summary>
internal sealed record CommitCommentBody(RawTextBody Content)
{
    public CommitCommentPlace? Inline { get; init; }

    public ParentBody? Parent { get; init; }

    /// <summary>The comment that is answered.</summary>
    internal sealed record ParentBody(long Id);
}
