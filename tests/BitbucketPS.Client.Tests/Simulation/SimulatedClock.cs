namespace BitbucketPS.Client.Tests.Simulation;

/// <summary>
/// A clock that moves only when nothing else can: to the next timer, once everybody waits. Hours pass in milliseconds, and no
/// deadline comes too early because a thread was slow.
/// </summary>
/// <remarks>
/// Of the attempts under way it knows for certain that they wait: each has a timer of <see cref="AttemptLimit"/>, and the clock stands still
/// as long as one of them is not in <see cref="DelayAsync"/>. Of everything else, a caller that was just woken for instance, it knows it
/// where all threads of the pool rest, and believes it after it has seen nothing happen for a while; should it be wrong, that caller
/// merely comes a little later.
/// </remarks>
internal sealed class SimulatedClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<(SimulatedTimer Timer, int Setting), (DateTimeOffset Due, long Order)> _queue = new();
    private DateTimeOffset _now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private long _order;
    private int _attempts;
    private int _blocked;
    private long _activity;

    /// <summary>How long an attempt may take. No other timer may be as long: it tells which ones are the attempts' own.</summary>
    public static TimeSpan AttemptLimit { get; } = TimeSpan.FromSeconds(97);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Goes up whenever somebody looks at the clock or sets a timer.</summary>
    public long Activity => Interlocked.Read(ref _activity);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            _activity++;
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Assert.Equal(Timeout.InfiniteTimeSpan, period);
        lock (_lock)
        {
            bool isAttempt = dueTime == AttemptLimit;
            _attempts += isAttempt ? 1 : 0;
            SimulatedTimer timer = new(this, () => callback(state), isAttempt);
            Set(timer, dueTime);
            return timer;
        }
    }

    /// <summary>Waits, on behalf of a server or a network; this is where an attempt has to be for the clock to move.</summary>
    public async Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        TaskCompletionSource over = new();
        ITimer timer;
        lock (_lock)
        {
            _blocked++;
            timer = CreateTimer(_ => End(cancelled: false), state: null, delay, Timeout.InfiniteTimeSpan);
        }

        await using (timer)
        await using (cancellationToken.Register(() => End(cancelled: true)))
        {
            await over.Task;
        }

        void End(bool cancelled)
        {
            lock (_lock)
            {
                if (over.Task.IsCompleted)
                {
                    return;
                }

                _blocked--;
            }

            bool _ = cancelled ? over.TrySetCanceled(cancellationToken) : over.TrySetResult();
        }
    }

    /// <summary>Waits until it is cancelled.</summary>
    public Task StallAsync(CancellationToken cancellationToken) => DelayAsync(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Lets a timer ring that is due now.</summary>
    /// <returns>False if an attempt is still at work, or no timer is due.</returns>
    public bool TryRing() => TryRing(mayAdvance: false);

    /// <summary>Moves to the next timer, and lets it ring.</summary>
    /// <returns>False if an attempt is still at work, or no timer is set.</returns>
    public bool TryAdvance() => TryRing(mayAdvance: true);

    /// <summary>Who waits for what, for a test that does not end.</summary>
    public override string ToString() => $"{_now:O}: {_attempts} attempts under way, {_blocked} of them wait; {_queue.Count} timers";

    internal void Set(SimulatedTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            _activity++;
            timer.Setting++;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                _queue.Enqueue((timer, timer.Setting), (_now + dueTime, _order++));
            }
        }
    }

    internal void Remove(SimulatedTimer timer)
    {
        lock (_lock)
        {
            _activity++;
            timer.Setting++;
            _attempts -= timer.IsAttempt ? 1 : 0;
        }
    }

    private bool TryRing(bool mayAdvance)
    {
        SimulatedTimer? timer;
        lock (_lock)
        {
            if (_attempts > _blocked || (timer = TakeNext(mayAdvance)) is null)
            {
                return false;
            }
        }

        timer.Ring();
        return true;
    }

    private SimulatedTimer? TakeNext(bool mayAdvance)
    {
        while (_queue.TryPeek(out (SimulatedTimer Timer, int Setting) next, out (DateTimeOffset Due, long Order) when)
            && (mayAdvance || when.Due <= _now || next.Setting != next.Timer.Setting))
        {
            _queue.Dequeue();
            if (next.Setting == next.Timer.Setting)
            {
                _now = when.Due > _now ? when.Due : _now;
                return next.Timer;
            }
        }

        return null;
    }
}
