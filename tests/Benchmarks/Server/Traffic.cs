namespace BitbucketPS.Benchmarks.Server;

/// <summary>Counts requests. All members may be called at once.</summary>
internal sealed class Traffic
{
    private readonly TimeSpan _cpuBefore = Environment.CpuUsage.TotalTime;
    private int _requests;
    private int _inFlight;
    private int _mostAtOnce;
    private long _bytes;

    public ServerCounts Counts => new(_requests, _mostAtOnce, _bytes, (Environment.CpuUsage.TotalTime - _cpuBefore).TotalMilliseconds);

    /// <summary>A request has come.</summary>
    public void Begin()
    {
        Interlocked.Increment(ref _requests);
        int now = Interlocked.Increment(ref _inFlight);
        for (int most = _mostAtOnce; now > most; most = _mostAtOnce)
        {
            Interlocked.CompareExchange(ref _mostAtOnce, now, most);
        }
    }

    /// <summary>It is about to be answered.</summary>
    public void End(int bytes)
    {
        Interlocked.Decrement(ref _inFlight);
        Interlocked.Add(ref _bytes, bytes);
    }
}
