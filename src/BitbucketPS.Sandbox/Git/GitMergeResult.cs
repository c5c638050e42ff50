namespace BitbucketPS.Sandbox;

/// <summary>What became of a merge. Without a hash nothing has moved.</summary>
internal sealed record GitMergeResult
{
    /// <summary>Where the destination is now.</summary>
    public string? Hash { get; init; }

    /// <summary>The files that both sides changed.</summary>
    public IReadOnlyList<string> Conflicts { get; init; } = [];

    /// <summary>Whether the strategy needs a destination that is behind its source, and it is not.</summary>
    public bool IsBehind { get; init; }

    /// <summary>Whether the destination moved meanwhile.</summary>
    public bool HasMoved { get; init; }
}
