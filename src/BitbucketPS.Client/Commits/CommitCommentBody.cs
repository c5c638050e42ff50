namespace BitbucketPS;

/// <summary>The body that makes or changes a comment on a commit. The service refuses a <c>type</c> in it.</summary>
internal sealed record CommitCommentBody(RawTextBody Content)
{
    public InlineAnchor? Inline { get; init; }

    public IdReference? Parent { get; init; }
}
