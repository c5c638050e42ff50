namespace BitbucketPS.Sandbox;

/// <summary>How much may be asked in an hour.</summary>
/// <param name="PerHour">See <see cref="SandboxOptions.RateLimitPerHour"/>.</param>
internal sealed record RateSettings(int? PerHour)
{
    /// <summary>See <see cref="SandboxOptions.RejectedRequestsCount"/>.</summary>
    public bool RejectedCount { get; init; }

    /// <summary>See <see cref="SandboxOptions.RateLimitSendsRetryAfter"/>.</summary>
    public bool SendsRetryAfter { get; init; }

    /// <summary>See <see cref="SandboxOptions.ScaledRateLimits"/>.</summary>
    public bool IsScaled { get; init; }
}
