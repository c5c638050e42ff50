namespace BitbucketPS;

/// <summary>Which pull requests to list, in which order, and how many.</summary>
public sealed record PullRequestQuery : ListQuery;
