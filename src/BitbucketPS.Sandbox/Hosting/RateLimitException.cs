namespace BitbucketPS.Sandbox;

/// <summary>A request too many within an hour.</summary>
internal sealed class RateLimitException : Exception
{
    /// <summary>Says how long the client would have to wait.</summary>
    public RateLimitException(TimeSpan wait)
        : base("Rate limit for this resource has been exceeded")
    {
        Wait = wait;
    }

    /// <summary>Until the next request is accepted, if none comes before.</summary>
    public TimeSpan Wait { get; }
}
