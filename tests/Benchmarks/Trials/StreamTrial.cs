using System.Globalization;
using BitbucketPS.Benchmarks.Contenders;
using BitbucketPS.Benchmarks.Server;

namespace BitbucketPS.Benchmarks.Trials;

/// <summary>What a very long list costs in memory that passes through and is not kept.</summary>
internal sealed class StreamTrial : RaceTrial
{
    private const int Few = 10;

    /// <inheritdoc />
    public override string Name => "stream";

    /// <inheritdoc />
    public override string Summary => "Get-BitbucketBranch | ForEach-Object: 1,000,000 branches, beside a module that listed ten";

    /// <inheritdoc />
    protected override async Task<int> RunAsync(Race race, TrialOptions options)
    {
        RaceCase[] cases = [Case(Few), Case(options.Branches ?? 1_000_000)];
        IReadOnlyList<Measurement> measurements = await race.RunAsync(cases, processes: 1, runs: 0, check: false);
        Report.Print(measurements);
        double more = Peak(measurements[1]) - Peak(measurements[0]);
        return Report.Judge([Check.AtMost("peak working set above that of the idle module", more, 100, "MB")]);
    }

    private static RaceCase Case(int branches) => new(ContenderCatalogue.Module, Job.Stream, new ServerSettings { Branches = branches })
    {
        Label = string.Create(CultureInfo.InvariantCulture, $", {branches:N0} branches"),
    };

    private static double Peak(Measurement measurement) => Report.Megabytes(measurement.FirstMedian(run => run.Outcome.PeakWorkingSet));
}
