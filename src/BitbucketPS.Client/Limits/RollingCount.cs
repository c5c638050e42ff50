namespace BitbucketPS.Limits;

/// <summary>Counts requests over a rolling window, to the second. Not safe for use from many threads at once.</summary>
internal sealed class RollingCount(TimeSpan window)
{
    // At most one entry per second of the window, however many requests there are.
    private readonly Queue<Second> _seconds = new();
    private Second? _last;

    /// <summary>How many requests were sent.</summary>
    public int Sent { get; private set; }

    /// <summary>How many of them were rejected.</summary>
    public int Rejected { get; private set; }

    /// <summary>When the oldest one stops to count; null if there is none.</summary>
    public DateTimeOffset? NextFreeOn => _seconds.TryPeek(out Second? oldest) ? oldest.Start + window + TimeSpan.FromSeconds(1) : null;

    /// <summary>Counts a request.</summary>
    public void Send(DateTimeOffset now)
    {
        At(now).Sent++;
        Sent++;
    }

    /// <summary>Counts a rejection.</summary>
    public void Reject(DateTimeOffset now)
    {
        At(now).Rejected++;
        Rejected++;
    }

    /// <summary>Forgets what has left the window.</summary>
    public void Forget(DateTimeOffset now)
    {
        while (NextFreeOn <= now)
        {
            Second gone = _seconds.Dequeue();
            Sent -= gone.Sent;
            Rejected -= gone.Rejected;
        }
    }

    private Second At(DateTimeOffset now)
    {
        Forget(now);
        DateTimeOffset start = new(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), now.Offset);
        if (_last is null || _last.Start < start || _seconds.Count == 0)
        {
            _last = new(start);
            _seconds.Enqueue(_last);
        }

        return _last;
    }

    private sealed class Second(DateTimeOffset start)
    {
        public DateTimeOffset Start { get; } = start;

        public int Sent { get; set; }

        public int Rejected { get; set; }
    }
}
