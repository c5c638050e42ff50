using System.Globalization;

namespace BitbucketPS.Benchmarks.Trials;

/// <summary>Says what came out.</summary>
internal static class Report
{
    private const double Megabyte = 1024 * 1024;
    private const string Nothing = "–";

    private static readonly string[] s_head =
        ["contender", "requests", "at once", "read", "first run", "median", "fastest – slowest", "first object", "processor", "server's", "allocated", "peak working set"];

    /// <summary>Prints a row for each measurement.</summary>
    public static void Print(IEnumerable<Measurement> measurements) => MarkdownTable.Print(s_head, measurements.Select(Row));

    /// <summary>Prints what had to be shown.</summary>
    /// <returns>The exit code.</returns>
    public static int Judge(IReadOnlyList<Check> checks)
    {
        MarkdownTable.Print(["what", "limit", "measured", "verdict"], checks.Select(check =>
            (IReadOnlyList<string>)[check.What, check.Limit, check.Measured ?? Nothing, check.Verdict]));
        return checks.Any(check => check.IsMissed) ? ExitCodes.Exceeded : ExitCodes.Kept;
    }

    /// <summary>Bytes as megabytes.</summary>
    public static double Megabytes(double bytes) => bytes / Megabyte;

    private static IReadOnlyList<string> Row(Measurement one)
    {
        string name = $"`{one.Case.Contender.Name}`{one.Case.Label}";
        if (!one.HasRuns)
        {
            return [name, .. Enumerable.Repeat(Nothing, s_head.Length - 2), one.Objection ?? "not measured"];
        }

        bool isManaged = one.Runs[0].Outcome.Allocated is not null;
        return
        [
            name,
            Text(one.Median(run => run.Server.Requests), "N0", ""),
            Text(one.Runs.Max(run => run.Server.MostAtOnce), "N0", ""),
            Text(Megabytes(one.Median(run => run.Server.Bytes)), "N1", " MB"),
            Time(one.FirstMedian(Total)),
            one.SteadyRuns.Count > 0 ? $"**{Time(one.Median(Total))}**" : $"{Time(one.Median(Total))} (one run)",
            $"{Time(one.Runs.Min(Total))} – {Time(one.Runs.Max(Total))}",
            Time(one.Median(run => run.Outcome.First)),
            Time(one.Median(run => run.Outcome.Cpu)),
            Time(one.Median(run => run.Server.CpuMilliseconds)),
            isManaged ? Text(Megabytes(one.Median(run => run.Outcome.Allocated!.Value)), "N1", " MB") : Nothing,
            Text(Megabytes(one.FirstRuns.Concat(one.SteadyRuns).Max(run => run.Outcome.PeakWorkingSet)), "N0", " MB"),
        ];
    }

    private static double Total(Run run) => run.Outcome.Total;

    private static string Time(double milliseconds) => milliseconds switch
    {
        < 100 => Text(milliseconds, "N1", " ms"),
        < 10_000 => Text(milliseconds, "N0", " ms"),
        _ => Text(milliseconds / 1000, "N1", " s"),
    };

    private static string Text(double value, string format, string unit) => value.ToString(format, CultureInfo.InvariantCulture) + unit;
}
