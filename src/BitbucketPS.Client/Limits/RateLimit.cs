namespace BitbucketPS;

/// <summary>What is known of the limit of one group of resources, which Bitbucket counts over a rolling hour.</summary>
/// <remarks>
/// Bitbucket does not tell how much is left. What is counted here is what this session sent; other sessions and programs of the
/// same account use up the same limit.
/// </remarks>
public sealed record RateLimit
{
    /// <summary>The group, such as <c>repositories</c>: everything under <c>/2.0/repositories</c> that has no limit of its own.</summary>
    public required string Resource { get; init; }

    /// <summary>How many requests an hour are allowed, as far as is known.</summary>
    public long Limit { get; init; }

    /// <summary>How the limit is known.</summary>
    public RateLimitSource Source { get; init; }

    /// <summary>How many requests this session sent in the last hour.</summary>
    public long Used { get; init; }

    /// <summary>What is left of the limit, if nobody else uses it.</summary>
    public long Remaining => Math.Max(0, Limit - Used);

    /// <summary>How many of the requests of the last hour were refused with a 429.</summary>
    public long Rejected { get; init; }

    /// <summary>True if the server said that the limit is near (<c>X-RateLimit-NearLimit</c>).</summary>
    public bool NearLimit { get; init; }

    /// <summary>When the oldest request of the last hour stops to count; null if there is none.</summary>
    public DateTimeOffset? NextFreeOn { get; init; }

    /// <summary>Until when this session sends nothing to the group, after a 429; null if it does not wait.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Such as <c>repositories: 957 of 1000 left</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Resource}: {Remaining} of {Limit} left");
}
