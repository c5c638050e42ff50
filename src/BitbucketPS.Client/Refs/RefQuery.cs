namespace BitbucketPS;

/// <summary>Which branches or tags to list, in which order, and how many.</summary>
public sealed record RefQuery : ListQuery;
