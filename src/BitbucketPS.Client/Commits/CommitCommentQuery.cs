namespace BitbucketPS;

/// <summary>Which comments on a commit to list, in which order, and how many.</summary>
public sealed record CommitCommentQuery : ListQuery;
