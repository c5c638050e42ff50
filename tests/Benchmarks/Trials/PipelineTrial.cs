using BitbucketPS.Benchmarks.Contenders;
using BitbucketPS.Benchmarks.Server;

namespace BitbucketPS.Benchmarks.Trials;

/// <summary>The branches of many repositories, through the pipeline and one after the other.</summary>
internal sealed class PipelineTrial : RaceTrial
{
    private static readonly ContenderEntry[] s_contenders =
        [ContenderCatalogue.Module, ContenderCatalogue.ModuleAlone, ContenderCatalogue.Plain];

    /// <inheritdoc />
    public override string Name => "pipeline";

    /// <inheritdoc />
    public override string Summary => "Get-BitbucketRepository acme/* | Get-BitbucketBranch: 50 repositories of 200 branches, at 40 ms";

    /// <inheritdoc />
    protected override async Task<int> RunAsync(Race race, TrialOptions options)
    {
        ServerSettings settings = new()
        {
            Latency = TimeSpan.FromMilliseconds(options.Latencies?[0] ?? 40),
            Branches = options.Branches ?? 200,
            Repositories = 50,
        };
        RaceCase[] cases = [.. s_contenders.Where(options.Wants).Select(contender => new RaceCase(contender, Job.Everything, settings))];
        IReadOnlyList<Measurement> measurements = await race.RunAsync(cases, options.Processes, options.Runs, check: true);
        Report.Print(measurements);
        return Report.Judge(Checks(measurements));
    }

    private static List<Check> Checks(IReadOnlyList<Measurement> measurements)
    {
        Measurement? module = Of(measurements, ContenderCatalogue.Module);
        Measurement? plain = Of(measurements, ContenderCatalogue.Plain);
        Measurement? alone = Of(measurements, ContenderCatalogue.ModuleAlone);
        bool? sameOrder = module?.Order is { } order && plain?.Order is { } other ? string.Equals(order, other, StringComparison.Ordinal) : null;
        return
        [
            Check.AtLeast("time, `plain` one after the other to `module`", Ratio(plain, module, Total), 5, "times"),
            Check.AtLeast("time, `module-1` one after the other to `module`", Ratio(alone, module, Total), 5, "times"),
            new("order of the output, `module` and `plain`", "the same", sameOrder switch { null => null, true => "the same", false => "another" }, sameOrder is true),
        ];
    }
}
