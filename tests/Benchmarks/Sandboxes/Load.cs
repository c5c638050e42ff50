using System.Diagnostics;

namespace BitbucketPS.Benchmarks.Sandboxes;

/// <summary>What several connections got out of a sandbox in some seconds.</summary>
/// <param name="Requests">How many answers came.</param>
/// <param name="Bytes">How much they were.</param>
/// <param name="Time">How long it took.</param>
/// <param name="ProcessorTime">What the sandbox used of the processors in that time.</param>
internal sealed record Load(int Requests, long Bytes, TimeSpan Time, TimeSpan ProcessorTime)
{
    /// <summary>Answers in a second.</summary>
    public double PerSecond => Requests / Time.TotalSeconds;

    /// <summary>What an answer takes of one processor, in milliseconds.</summary>
    public double ProcessorMilliseconds => ProcessorTime.TotalMilliseconds / Requests;

    /// <summary>Lets so many connections ask for the same for some time.</summary>
    public static async Task<Load> MeasureAsync(SandboxProcess sandbox, string target, int connections, TimeSpan time)
    {
        TimeSpan before = sandbox.ProcessorTime;
        Stopwatch watch = Stopwatch.StartNew();
        (int Requests, long Bytes)[] all = await Task.WhenAll(
            Enumerable.Range(0, connections).Select(_ => Task.Run(() => AskAsync(sandbox, target, watch, time))));
        return new(all.Sum(one => one.Requests), all.Sum(one => one.Bytes), watch.Elapsed, sandbox.ProcessorTime - before);
    }

    private static async Task<(int Requests, long Bytes)> AskAsync(SandboxProcess sandbox, string target, Stopwatch watch, TimeSpan time)
    {
        using KeepAliveConnection connection = new(sandbox.Address, target, sandbox.Token);
        int requests = 0;
        long bytes = 0;
        while (watch.Elapsed < time)
        {
            bytes += await connection.AskAsync();
            requests++;
        }

        return (requests, bytes);
    }
}
