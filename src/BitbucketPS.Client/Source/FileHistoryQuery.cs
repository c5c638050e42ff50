namespace BitbucketPS;

/// <summary>Which commits of a file's history to list, in which order, and how many.</summary>
public sealed record FileHistoryQuery : ListQuery
{
    /// <summary>Whether the history goes on under the names that the file had before; it does by default.</summary>
    public bool FollowsRenames { get; init; } = true;
}
