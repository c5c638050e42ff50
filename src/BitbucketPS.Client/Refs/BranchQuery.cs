namespace BitbucketPS;

/// <summary>Which branches to list, in which order, and how many.</summary>
public sealed record BranchQuery : ListQuery;
