namespace BitbucketPS;

/// <summary>Which tasks to list, in which order, and how many.</summary>
public sealed record PullRequestTaskQuery : ListQuery;
