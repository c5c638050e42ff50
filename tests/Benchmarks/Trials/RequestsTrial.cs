using System.Globalization;
using BitbucketPS.Benchmarks.Contenders;

namespace BitbucketPS.Benchmarks.Trials;

/// <summary>All branches of a large repository, at several latencies, by all contenders.</summary>
internal sealed class RequestsTrial : RaceTrial
{
    private const int PageLimit = 100;

    private static readonly ContenderEntry[] s_contenders =
    [
        ContenderCatalogue.Module,
        ContenderCatalogue.Plain,
        ContenderCatalogue.PlainAhead,
        ContenderCatalogue.Follower,
        ContenderCatalogue.LongFollower,
        ContenderCatalogue.Npm,
        ContenderCatalogue.PwshModule,
        ContenderCatalogue.RestMethod,
        ContenderCatalogue.LongRestMethod,
        ContenderCatalogue.TrimmedModule,
        ContenderCatalogue.TrimmedPlain,
    ];

    /// <inheritdoc />
    public override string Name => "requests";

    /// <inheritdoc />
    public override string Summary => "10,000 branches of one repository, at 0, 40 and 150 ms, by all contenders";

    /// <inheritdoc />
    protected override async Task<int> RunAsync(Race race, TrialOptions options)
    {
        List<Check> checks = [];
        foreach (int latency in options.Latencies ?? [0, 40, 150])
        {
            string title = string.Create(CultureInfo.InvariantCulture, $"{options.Branches ?? 10_000:N0} branches, {latency} ms");
            Console.WriteLine($"{Environment.NewLine}#### {title}");
            IReadOnlyList<Measurement> measurements = await race.RunAsync(Cases(options, latency), options.Processes, options.Runs, check: true);
            Report.Print(measurements);
            checks.AddRange(Checks(title, latency, measurements));
        }

        return Report.Judge(checks);
    }

    private static RaceCase[] Cases(TrialOptions options, int latency)
        => [.. s_contenders.Where(options.Wants).Select(contender => new RaceCase(contender, Job.Branches, new()
        {
            Latency = TimeSpan.FromMilliseconds(latency),
            Branches = options.Branches ?? 10_000,
            HonourFields = contender.HonourFields,
        }))];

    private static IEnumerable<Check> Checks(string title, int latency, IReadOnlyList<Measurement> measurements)
    {
        Measurement? module = Of(measurements, ContenderCatalogue.Module);
        Measurement? plain = Of(measurements, ContenderCatalogue.Plain);
        Measurement? follower = Of(measurements, ContenderCatalogue.Follower);
        if (latency == 0)
        {
            yield return Check.AtMost($"{title}: time, `module` to `plain`", Ratio(module, plain, Total), 2, "times");
            yield return Check.AtLeast($"{title}: time, `follower` to `module`", Ratio(follower, module, Total), 10, "times");
            yield return Check.AtLeast($"{title}: time, `pwsh-rest` to `pwsh-module`", Ratio(Of(measurements, ContenderCatalogue.RestMethod), Of(measurements, ContenderCatalogue.PwshModule), Total), 10, "times");
            yield return Check.AtMost($"{title}: allocations, `module` to `plain`", Ratio(module, plain, run => run.Outcome.Allocated ?? 0), 3, "times");
        }
        else if (latency == 40)
        {
            yield return Check.AtLeast($"{title}: time, `plain` to `module`", Ratio(plain, module, Total), 5, "times");
        }

        if (module is { HasRuns: true })
        {
            int pages = (module.Case.Settings.Branches + PageLimit - 1) / PageLimit;
            yield return Check.Exactly($"{title}: requests of `module`", module.Runs.Max(run => run.Server.Requests), pages);
        }

        yield return SameOrder(title, measurements);
    }

    private static Check SameOrder(string title, IReadOnlyList<Measurement> measurements)
    {
        int orders = measurements.Select(one => one.Order).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        return Check.Exactly($"{title}: different outputs, names and order", orders == 0 ? null : orders, 1);
    }
}
