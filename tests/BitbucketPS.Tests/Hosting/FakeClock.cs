using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace BitbucketPS.Tests.Hosting;

/// <summary>A clock that stands until it is moved; it begins at the present, so that this process and the sandbox agree until then.</summary>
internal sealed class FakeClock() : FakeTimeProvider(System.GetUtcNow())
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        if (period == Timeout.InfiniteTimeSpan && dueTime != Timeout.InfiniteTimeSpan)
        {
            _waits.Writer.TryWrite(dueTime);
        }

        return timer;
    }

    /// <summary>Ends once something waits by this clock that is meant: from then on, to move the clock is to end that wait.</summary>
    public async Task<TimeSpan> WaitedAsync(Func<TimeSpan, bool> isMeant)
    {
        TimeSpan wait;
        do
        {
            wait = await _waits.Reader.ReadAsync(TestContext.Current.CancellationToken);
        }
        while (!isMeant(wait));
        return wait;
    }
}
