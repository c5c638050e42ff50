namespace BitbucketPS;

/// <summary>Which tags to list, in which order, and how many.</summary>
public sealed record TagQuery : ListQuery;
