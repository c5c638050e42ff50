using System.Diagnostics;
using System.Text.Json;

namespace BitbucketPS.Benchmarks.Contenders;

/// <summary>The process of a contender: does a run for each line it is sent, so that contenders can take turns.</summary>
internal static class ContenderLoop
{
    /// <summary>What it prints once it can be sent lines; anything else is why it cannot take part.</summary>
    public const string Ready = "ready";

    /// <summary>The word before a job that is to be checked, and not to be timed.</summary>
    public const string Check = "check";

    /// <summary>Runs until its standard input ends.</summary>
    public static async Task<int> RunAsync(string name, Uri server)
    {
        using Contender contender = ContenderCatalogue.All.Single(entry => string.Equals(entry.Name, name, StringComparison.Ordinal)).Make!();
        string? objection = contender.Prepare(server);
        Console.WriteLine(objection ?? Ready);
        while (objection is null && await Console.In.ReadLineAsync() is { } line)
        {
            string[] words = line.Split(' ');
            Outcome outcome = await MeasureAsync(contender, Enum.Parse<Job>(words[^1]), words[0] is Check);
            Console.WriteLine(JsonSerializer.Serialize(outcome, WireJson.Default.Outcome));
        }

        return ExitCodes.Kept;
    }

    private static async Task<Outcome> MeasureAsync(Contender contender, Job job, bool check)
    {
        Settle();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        Arrivals arrivals = new(check ? contender.NameOf : null);
        await contender.RunAsync(job, arrivals);
        TimeSpan total = arrivals.Elapsed;
        return new()
        {
            Count = arrivals.Count,
            First = arrivals.First.TotalMilliseconds,
            Total = total.TotalMilliseconds,
            Cpu = (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds,
            Allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated,
            PeakWorkingSet = PeakWorkingSet(),
            Order = arrivals.Order,
        };
    }

    // Every run pays for its own garbage, and for none of the run before.
    private static void Settle()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    private static long PeakWorkingSet()
    {
        using Process self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }
}
