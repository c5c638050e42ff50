using BitbucketPS.Limits;

namespace BitbucketPS.Http;

/// <summary>What the handlers know of the attempt that passes through them.</summary>
/// <param name="Observer">Who watches.</param>
/// <param name="Attempt">Which attempt it is, from 1.</param>
/// <param name="Budget">The rate limit that it counts against.</param>
internal sealed record RequestContext(IRequestObserver Observer, int Attempt, GroupBudget Budget)
{
    /// <summary>Where a request carries it.</summary>
    public static HttpRequestOptionsKey<RequestContext> Key { get; } = new("BitbucketPS.Context");
}
