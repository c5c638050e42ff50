namespace BitbucketPS.Limits;

/// <summary>Counts the requests of a session against the rate limits.</summary>
internal sealed class RateBudget
{
    private readonly List<RateLimit> _limits = [];

    /// <summary>What is known of the limits.</summary>
    public IReadOnlyList<RateLimit> Snapshot() => [.. _limits];
}
