using System.Diagnostics;
using System.Globalization;
using BitbucketPS.Benchmarks.Sandboxes;

namespace BitbucketPS.Benchmarks.Trials;

/// <summary>How fast the sandbox is there, and how many pages of branches it gives in a second.</summary>
internal sealed class SandboxTrial : Trial
{
    private const string Branches = "/2.0/repositories/demo/website/refs/branches?pagelen=";
    private const int Starts = 10;
    private const int Connections = 8;
    private const int LargeSeconds = 60;
    private const int UsualLength = 10;

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_time = TimeSpan.FromSeconds(4);

    /// <inheritdoc />
    public override string Name => "sandbox";

    /// <inheritdoc />
    public override string Summary => "the sandbox: from its start to its first answer, small and large, and pages of branches in a second";

    /// <inheritdoc />
    public override async Task<int> RunAsync(TrialOptions options)
    {
        if (!Checkout.HoldsRelease(Path.Combine("sandbox", "BitbucketPS.Sandbox.dll")))
        {
            return ExitCodes.Exceeded;
        }

        Console.WriteLine($"{Name}: {Summary}");
        Console.WriteLine(Machine.Describe());
        List<Check> checks =
        [
            Check.AtMost($"from start to first answer, median of {Starts}", await StartAsync(), 1000, "ms"),
            Check.AtMost("from start to first answer, `--seed size=large`", await LargeAsync(), LargeSeconds, "s"),
        ];
        using SandboxProcess sandbox = await SandboxProcess.StartAsync();
        double pages = await LoadAsync(sandbox, UsualLength, options.Runs);
        checks.Add(Check.AtLeast($"pages of branches in a second, as long as they usually are, median of {options.Runs}", pages, 1000, ""));

        // Ten times as much to say: shown, and held to nothing.
        await LoadAsync(sandbox, 10 * UsualLength, options.Runs);
        return Report.Judge(checks);
    }

    private static async Task<double> StartAsync()
    {
        List<double> times = [];
        List<string[]> rows = [];
        for (int i = 1; i <= Starts; i++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            using SandboxProcess sandbox = await SandboxProcess.StartAsync();
            double announced = watch.Elapsed.TotalMilliseconds;
            using KeepAliveConnection connection = new(sandbox.Address, Branches + "10", sandbox.Token);
            await connection.AskAsync();
            times.Add(watch.Elapsed.TotalMilliseconds);
            rows.Add([Text(i), Text(announced), Text(times[^1]), Text(sandbox.ProcessorTime.TotalMilliseconds), Text(Report.Megabytes(sandbox.WorkingSet))]);
        }

        MarkdownTable.Print(["start", "listens, ms", "first answer, ms", "processor, ms", "working set, MB"], rows);
        return Median(times);
    }

    private static async Task<double> LargeAsync()
    {
        Stopwatch watch = Stopwatch.StartNew();
        using SandboxProcess sandbox = await SandboxProcess.StartAsync("--seed", "size=large");
        using KeepAliveConnection connection = new(sandbox.Address, "/2.0/repositories/demo?pagelen=100", sandbox.Token);
        await connection.AskAsync();
        double seconds = watch.Elapsed.TotalSeconds;
        MarkdownTable.Print(
            ["`--seed size=large`: first answer, s", "processor, s", "working set, MB"],
            [[seconds.ToString("N1", CultureInfo.InvariantCulture), sandbox.ProcessorTime.TotalSeconds.ToString("N1", CultureInfo.InvariantCulture), Text(Report.Megabytes(sandbox.WorkingSet))]]);
        return seconds;
    }

    private static async Task<double> LoadAsync(SandboxProcess sandbox, int length, int runs)
    {
        string target = Branches + length.ToString(CultureInfo.InvariantCulture);
        await Load.MeasureAsync(sandbox, target, Connections, s_warmUp);
        List<Load> loads = [];
        for (int i = 0; i < runs; i++)
        {
            loads.Add(await Load.MeasureAsync(sandbox, target, Connections, s_time));
        }

        IEnumerable<string[]> rows = loads.Select(load => (string[])
        [
            Text(length), Text(load.PerSecond), load.ProcessorMilliseconds.ToString("N2", CultureInfo.InvariantCulture),
            Text(load.Bytes / (double)load.Requests / 1024), Text(Report.Megabytes(sandbox.WorkingSet)),
        ]);
        MarkdownTable.Print(["branches a page", "answers a second", "processor, ms an answer", "KB an answer", "working set, MB"], rows);
        return Median([.. loads.Select(load => load.PerSecond)]);
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        int middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    private static string Text(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
