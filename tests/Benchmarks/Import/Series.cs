using System.Globalization;

namespace BitbucketPS.Benchmarks;

/// <summary>Runs a benchmark several times, and says what came out.</summary>
internal static class Series
{
    /// <summary>Measures, prints, and judges the median.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Benchmark benchmark, int runs)
    {
        if (!Checkout.HoldsRelease())
        {
            return ExitCodes.Exceeded;
        }

        Console.WriteLine($"{benchmark.Name}: {benchmark.Summary}, {runs} fresh processes");
        Console.WriteLine(Machine.Describe());
        TimeSpan median = Median(await MeasureAsync(benchmark, runs));
        return Judge(median, benchmark.Limit);
    }

    private static int Judge(TimeSpan median, TimeSpan? limit)
    {
        bool kept = limit is null || median <= limit;
        string verdict = limit is { } most ? $", {(kept ? "within" : "above")} the limit of {most.TotalMilliseconds} ms" : "";
        Console.WriteLine($"median  {Text(median)}{verdict}");
        return kept ? ExitCodes.Kept : ExitCodes.Exceeded;
    }

    private static async Task<List<TimeSpan>> MeasureAsync(Benchmark benchmark, int runs)
    {
        List<TimeSpan> times = [];
        for (int run = 1; run <= runs; run++)
        {
            TimeSpan time = await FreshProcess.MeasureAsync(benchmark);
            times.Add(time);
            Console.WriteLine($"run {run,3} {Text(time)}");
        }

        return times;
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        TimeSpan[] sorted = [.. times.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static string Text(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds,6:0.0} ms");
}
