using Microsoft.Extensions.Time.Testing;

namespace BitbucketPS.Tests.Hosting;

/// <summary>
/// A clock by which each wait is over at once, however slow the machine is. What limits something stands until the waits have taken
/// as long, or until the test moves the clock.
/// </summary>
/// <param name="limits">Times that are limits and no waits, beside that of an attempt.</param>
internal sealed class HastyClock(params TimeSpan[] limits) : FakeTimeProvider(System.GetUtcNow())
{
    /// <summary>How long a client waits for an answer, if it was not told otherwise.</summary>
    public static TimeSpan AttemptLimit { get; } = TimeSpan.FromSeconds(100);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        bool isWait = period == Timeout.InfiniteTimeSpan && dueTime != Timeout.InfiniteTimeSpan && dueTime != AttemptLimit && !limits.Contains(dueTime);
        if (isWait)
        {
            // Elsewhere: whoever begins to wait has not finished beginning.
            ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        }

        return timer;
    }
}
