namespace BitbucketPS.Sandbox;

/// <summary>Which commits are wanted.</summary>
/// <param name="Include">Full hashes: what can be reached from them.</param>
internal sealed record GitLogQuery(IReadOnlyList<string> Include)
{
    /// <summary>Full hashes: but not what can be reached from these.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Only commits that changed this file or folder; null for all.</summary>
    public string? Path { get; init; }

    /// <summary>Whether the history of a file goes on under its earlier names.</summary>
    public bool FollowsRenames { get; init; }

    public int Skip { get; init; }

    /// <summary>How many at most; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>Whether merges are left out.</summary>
    public bool WithoutMerges { get; init; }
}
