namespace BitbucketPS;

/// <summary>Which statuses to list, in which order, and how many.</summary>
public sealed record CommitStatusQuery : ListQuery
{
    /// <summary>The branch or tag that was built; null for any. Only the statuses of one commit can be listed so.</summary>
    public string? Refname { get; init; }
}
