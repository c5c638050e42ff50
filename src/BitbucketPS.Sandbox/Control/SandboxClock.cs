namespace BitbucketPS.Sandbox;

/// <summary>The clock of everything in the sandbox: the one it was started with, moved and stopped as it is told to.</summary>
/// <remarks>Waiting, as for the latency, takes as long as ever: it goes by the clock below.</remarks>
internal sealed class SandboxClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _clock;
    private TimeSpan _offset;
    private DateTimeOffset? _frozen;

    /// <summary>Goes like another clock at first.</summary>
    public SandboxClock(TimeProvider clock)
    {
        _clock = clock;
    }

    /// <summary>How far it is ahead of the clock below.</summary>
    public TimeSpan Offset
    {
        get
        {
            lock (_lock)
            {
                return _frozen is { } time ? time - _clock.GetUtcNow() : _offset;
            }
        }
    }

    public bool IsFrozen
    {
        get
        {
            lock (_lock)
            {
                return _frozen is not null;
            }
        }
    }

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => _clock.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => _clock.TimestampFrequency;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return Now();
        }
    }

    /// <summary>Sets it.</summary>
    public void Set(DateTimeOffset time)
    {
        lock (_lock)
        {
            _offset = time - _clock.GetUtcNow();
            _frozen = _frozen is null ? null : time;
        }
    }

    /// <summary>Stops it, or lets it go on from where it stands.</summary>
    public void Freeze(bool stop)
    {
        lock (_lock)
        {
            DateTimeOffset now = Now();
            _offset = now - _clock.GetUtcNow();
            _frozen = stop ? now : null;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => _clock.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => _clock.CreateTimer(callback, state, dueTime, period);

    private DateTimeOffset Now() => _frozen ?? (_clock.GetUtcNow() + _offset);
}
