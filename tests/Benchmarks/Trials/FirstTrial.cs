using System.Globalization;
using BitbucketPS.Benchmarks.Contenders;

namespace BitbucketPS.Benchmarks.Trials;

/// <summary>How long the first object of a long list takes, beside a list that is one request long.</summary>
internal sealed class FirstTrial : RaceTrial
{
    private const int OnePage = 100;

    private static readonly ContenderEntry[] s_contenders = [ContenderCatalogue.Module, ContenderCatalogue.Plain];

    /// <inheritdoc />
    public override string Name => "first";

    /// <inheritdoc />
    public override string Summary => "the first object of 10,000 branches, beside a single request of 100, at 0, 40 and 150 ms";

    /// <inheritdoc />
    protected override async Task<int> RunAsync(Race race, TrialOptions options)
    {
        List<Check> checks = [];
        foreach (int latency in options.Latencies ?? [0, 40, 150])
        {
            IReadOnlyList<Measurement> measurements = await RunAsync(race, options, latency);
            checks.AddRange(Checks(measurements, latency));
        }

        return Report.Judge(checks);
    }

    private static async Task<IReadOnlyList<Measurement>> RunAsync(Race race, TrialOptions options, int latency)
    {
        int many = options.Branches ?? 10_000;
        RaceCase[] cases =
        [
            .. from contender in s_contenders
               from branches in new[] { many, OnePage }
               select new RaceCase(contender, Job.Branches, new() { Latency = TimeSpan.FromMilliseconds(latency), Branches = branches })
               {
                   Label = string.Create(CultureInfo.InvariantCulture, $", {branches:N0} branches"),
               },
        ];
        IReadOnlyList<Measurement> measurements = await race.RunAsync(cases, options.Processes, options.Runs, check: false);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Environment.NewLine}#### {latency} ms, {many:N0} branches and {OnePage}"));
        Report.Print(measurements);
        return measurements;
    }

    private static IEnumerable<Check> Checks(IReadOnlyList<Measurement> measurements, int latency)
    {
        Measurement module = measurements[0];
        foreach (Measurement single in measurements.Where(one => one.Case.Settings.Branches == OnePage))
        {
            string title = string.Create(CultureInfo.InvariantCulture, $"{latency} ms: first object of `module` to a single request of `{single.Case.Contender.Name}`");
            yield return Check.AtMost(title, module.Median(run => run.Outcome.First) / single.Median(Total), 1.5, "times");
        }
    }
}
