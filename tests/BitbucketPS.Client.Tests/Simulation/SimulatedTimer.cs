namespace BitbucketPS.Client.Tests.Simulation;

/// <summary>A timer of a <see cref="SimulatedClock"/>, which rings once.</summary>
internal sealed class SimulatedTimer(SimulatedClock clock, Action ring, bool isAttempt) : ITimer
{
    private int _isDisposed;

    /// <summary>True if it limits an attempt of a request.</summary>
    public bool IsAttempt => isAttempt;

    /// <summary>How often it was set; what was queued for an earlier setting does not count any more.</summary>
    public int Setting { get; set; }

    public void Ring() => ring();

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        clock.Set(this, dueTime);
        return true;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            clock.Remove(this);
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
