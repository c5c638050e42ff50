namespace BitbucketPS.Tests.Hosting;

/// <summary>The machine's clock, a hundred times as fast: what waits for seconds waits for hundredths of them, in the same order.</summary>
internal sealed class FastClock : TimeProvider
{
    private const int Factor = 100;

    private readonly DateTimeOffset _begin = System.GetUtcNow();
    private readonly long _start = System.GetTimestamp();

    public override long TimestampFrequency => System.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _begin + (System.GetElapsedTime(_start) * Factor);

    public override long GetTimestamp() => (System.GetTimestamp() - _start) * Factor;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => new FastTimer(System.CreateTimer(callback, state, Scaled(dueTime), Scaled(period)));

    private static TimeSpan Scaled(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / Factor;

    private sealed class FastTimer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Scaled(dueTime), Scaled(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
