namespace BitbucketPS.Sandbox;

/// <summary>A merge that a client did not wait for. The pull request owns this.</summary>
/// <param name="Id">In the address to ask at.</param>
/// <param name="AccountUuid">Who merges.</param>
/// <param name="DoneOn">From when on it is told how it ended.</param>
internal sealed record MergeTask(string Id, string AccountUuid, DateTimeOffset DoneOn) : IEntity
{
    /// <summary>The status code of a merge that failed; null for one that did not.</summary>
    public int? FailureStatus { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Failure { get; init; }
}
