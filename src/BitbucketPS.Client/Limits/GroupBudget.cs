using BitbucketPS.Http;

namespace BitbucketPS.Limits;

/// <summary>
/// The rate limit of one group: counts what is sent, and after a 429 holds back all requests of the group, not only the one that
/// was refused. When the pause is over, one request goes ahead and the others wait for what becomes of it.
/// </summary>
/// <remarks>
/// Bitbucket says neither how much is left nor when more will be. If this session's own requests explain the refusal, being
/// nearly as many as the limit allows, it waits until the oldest of them stops to count, and from then on keeps to what it saw;
/// every quarter of an hour it asks all the same, since it may be wrong. Otherwise somebody else used the limit up, and it waits
/// one minute, then two, four, eight. Waiting a few seconds would use up the limit with refused requests alone.
/// </remarks>
/// <param name="group">The group.</param>
/// <param name="time">The clock.</param>
/// <param name="pauses">False where nothing is ever waited for: then refusals are counted and no more.</param>
internal sealed class GroupBudget(ResourceGroup group, TimeProvider time, bool pauses)
{
    // A request that is on its way while the limit is reached is counted here and not there.
    private const double NearlyAll = 0.9;

    private static readonly TimeSpan s_shortestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMinutes(15);

    private readonly object _lock = new();
    private readonly RollingCount _count = new(group.Window);
    private TaskCompletionSource _probed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset? _pausedUntil;
    private long? _stated;
    private long? _observed;
    private bool _isNear;
    private bool _isProbing;
    private int _pauses;
    private int _rejectionsInARow;

    private long Accepted => _count.Sent - _count.Rejected;

    private long Limit => _observed ?? _stated ?? group.Limit;

    /// <summary>Waits until the group takes requests. Whoever comes back has to ask for the permit, and may have to wait again.</summary>
    public async Task WaitAsync(IRequestObserver? observer, CancellationToken cancellationToken)
    {
        while (BarrierNow() is { } barrier)
        {
            if (barrier.Wait is { } wait)
            {
                observer?.OnWait(wait);
                await Task.Delay(wait.Length, time, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await barrier.Probed.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Leave to send one request now, which is counted; null if it has to wait.</summary>
    public BudgetPermit? TryEnter()
    {
        lock (_lock)
        {
            DateTimeOffset now = time.GetUtcNow();
            if (IsClosed(now))
            {
                return null;
            }

            _count.Send(now);
            _pausedUntil = null;
            _isProbing = _rejectionsInARow > 0;
            return new(_pauses, _isProbing);
        }
    }

    /// <summary>The server took the request.</summary>
    public void Accept(BudgetPermit permit, RateLimitHeaders headers)
    {
        lock (_lock)
        {
            _stated = headers.Limit ?? _stated;
            _isNear = headers.IsNear ?? _isNear;
            if (permit.IsProbe)
            {
                // More was let through than was thought possible: then the observation was wrong.
                _observed = Accepted > _observed ? null : _observed;
                _rejectionsInARow = 0;
                EndProbe();
            }
        }
    }

    /// <summary>The server refused the request with a 429.</summary>
    /// <param name="permit">The permit of the request.</param>
    /// <param name="retryAfter">How long the server says to wait, if it says so.</param>
    public void Reject(BudgetPermit permit, TimeSpan? retryAfter)
    {
        lock (_lock)
        {
            DateTimeOffset now = time.GetUtcNow();
            _count.Reject(now);
            bool isExplained = _count.Sent >= NearlyAll * (_stated ?? group.Limit);
            if (isExplained)
            {
                _observed = Accepted;
            }

            // Several are on their way when the limit is reached, and each comes back refused: that is one refusal.
            if (pauses && permit.Pause == _pauses)
            {
                _rejectionsInARow++;
                Pause(now, PauseLength(retryAfter, isExplained ? UntilFree(now) : BackOff()));
            }
        }
    }

    /// <summary>Neither taken nor refused: the request failed otherwise, and the next one has to find out.</summary>
    public void Abandon(BudgetPermit permit)
    {
        lock (_lock)
        {
            if (permit.IsProbe && permit.Pause == _pauses)
            {
                EndProbe();
            }
        }
    }

    /// <summary>What is known of the limit; null if nothing was asked for within the window.</summary>
    public RateLimit? Snapshot()
    {
        lock (_lock)
        {
            DateTimeOffset now = time.GetUtcNow();
            _count.Forget(now);
            return _count.Sent == 0 && _pausedUntil is null ? null : new()
            {
                Resource = group.Name,
                Limit = Limit,
                Source = (_observed, _stated) switch
                {
                    ({ }, _) => RateLimitSource.Observed,
                    (_, { }) => RateLimitSource.Header,
                    _ => RateLimitSource.Documented,
                },
                Used = _count.Sent,
                Rejected = _count.Rejected,
                NearLimit = _isNear,
                NextFreeOn = _count.NextFreeOn,
                PausedUntil = _pausedUntil > now ? _pausedUntil : null,
            };
        }
    }

    private (RequestWait? Wait, Task Probed)? BarrierNow()
    {
        lock (_lock)
        {
            DateTimeOffset now = time.GetUtcNow();
            if (!IsClosed(now))
            {
                return null;
            }

            return (_pausedUntil > now ? WaitFor(_pausedUntil.Value, now) : null, _probed.Task);
        }
    }

    private bool IsClosed(DateTimeOffset now)
    {
        _count.Forget(now);
        if (_pausedUntil > now || _isProbing)
        {
            return true;
        }

        // The limit is known and reached: a request more would only be refused. After the pause one asks all the same.
        if (pauses && _rejectionsInARow == 0 && _observed <= _count.Sent)
        {
            _rejectionsInARow = 1;
            Pause(now, UntilFree(now));
            return true;
        }

        return false;
    }

    private void Pause(DateTimeOffset now, TimeSpan length)
    {
        _pauses++;
        _pausedUntil = now + length;
        EndProbe();
    }

    // The request that was told to wait for days fails at once; the others must not wait in its place. And a wait that proved too
    // short is not believed again: it would use up all attempts in vain.
    private TimeSpan PauseLength(TimeSpan? retryAfter, TimeSpan own)
        => retryAfter <= RetryAfter.Longest && (_rejectionsInARow == 1 || retryAfter > own) ? retryAfter.Value : own;

    private void EndProbe()
    {
        _isProbing = false;
        TaskCompletionSource ended = _probed;
        _probed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ended.SetResult();
    }

    private TimeSpan UntilFree(DateTimeOffset now)
    {
        TimeSpan wait = (_count.NextFreeOn ?? now) - now;
        return wait < s_longestPause ? wait : s_longestPause;
    }

    private TimeSpan BackOff()
    {
        TimeSpan wait = s_shortestPause * Math.Pow(2, Math.Min(_rejectionsInARow, 10) - 1);
        return wait < s_longestPause ? wait : s_longestPause;
    }

    private RequestWait WaitFor(DateTimeOffset until, DateTimeOffset now)
    {
        string clock = TimeZoneInfo.ConvertTime(until, time.LocalTimeZone).ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
        string window = group.Window < s_shortestPause * 2 ? "minute" : "hour";

        // A timer counts whole milliseconds: one that ends early would have to be waited for again.
        return new(
            FormattableString.Invariant($"The rate limit of {group.Name} is reached ({_count.Sent} requests in the last {window}); waiting until {clock}."),
            until,
            TimeSpan.FromMilliseconds(Math.Ceiling((until - now).TotalMilliseconds)),
            IsRateLimit: true);
    }
}
