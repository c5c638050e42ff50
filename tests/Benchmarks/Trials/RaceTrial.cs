using BitbucketPS.Benchmarks.Contenders;

namespace BitbucketPS.Benchmarks.Trials;

/// <summary>Something that is measured against the loopback server, side by side, and judged.</summary>
internal abstract class RaceTrial : Trial
{
    /// <inheritdoc />
    public override async Task<int> RunAsync(TrialOptions options)
    {
        if (!Checkout.HoldsRelease())
        {
            return ExitCodes.Exceeded;
        }

        Console.WriteLine($"{Name}: {Summary}");
        Console.WriteLine(Machine.Describe());
        using ServerProcess server = await ServerProcess.StartAsync();
        return await RunAsync(new(server), options);
    }

    /// <summary>Measures, prints, and judges.</summary>
    /// <returns>The exit code.</returns>
    protected abstract Task<int> RunAsync(Race race, TrialOptions options);

    /// <summary>
    /// How many times as large a figure of one is as that of the other; null if one of them was not measured. First runs are
    /// held against first runs, where one has no others.
    /// </summary>
    protected static double? Ratio(Measurement? one, Measurement? other, Func<Run, double> figure)
    {
        if (one is not { HasRuns: true } || other is not { HasRuns: true })
        {
            return null;
        }

        return one.SteadyRuns.Count > 0 && other.SteadyRuns.Count > 0
            ? one.Median(figure) / other.Median(figure)
            : one.FirstMedian(figure) / other.FirstMedian(figure);
    }

    /// <summary>The measurement of a contender; null if it took no part.</summary>
    protected static Measurement? Of(IEnumerable<Measurement> measurements, ContenderEntry contender)
        => measurements.FirstOrDefault(one => one.Case.Contender == contender);

    /// <summary>How long a run took.</summary>
    protected static double Total(Run run) => run.Outcome.Total;
}
