namespace BitbucketPS.Sandbox;

/// <summary>What can be set while the sandbox runs. It begins as the options say.</summary>
internal sealed class SandboxSettings
{
    private RateSettings _rate;
    private long _latency;

    public SandboxSettings(SandboxOptions options)
    {
        _latency = options.Latency.Ticks;
        _rate = new(options.RateLimitPerHour)
        {
            RejectedCount = options.RejectedRequestsCount,
            SendsRetryAfter = options.RateLimitSendsRetryAfter,
            IsScaled = options.ScaledRateLimits,
        };
    }

    /// <summary>See <see cref="SandboxOptions.Latency"/>.</summary>
    public TimeSpan Latency
    {
        get => new(Interlocked.Read(ref _latency));
        set => Interlocked.Exchange(ref _latency, value.Ticks);
    }

    /// <summary>How much may be asked in an hour.</summary>
    public RateSettings Rate
    {
        get => Volatile.Read(ref _rate);
        set => Volatile.Write(ref _rate, value);
    }
}
