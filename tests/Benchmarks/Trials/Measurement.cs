namespace BitbucketPS.Benchmarks.Trials;

/// <summary>All runs of one case.</summary>
internal sealed class Measurement(RaceCase raceCase)
{
    // Who takes that long waits for the server, and not for the machine: more runs would only say so again.
    private const double Slow = 14_000;

    /// <summary>What was measured.</summary>
    public RaceCase Case { get; } = raceCase;

    /// <summary>Why there are no runs; null if there are.</summary>
    public string? Objection { get; set; }

    /// <summary>The first run of each process: what a script pays that lists once.</summary>
    public List<Run> FirstRuns { get; } = [];

    /// <summary>The runs after it, with everything compiled.</summary>
    public List<Run> SteadyRuns { get; } = [];

    /// <summary>What arrived in which order, as a hash; null if it was not looked at.</summary>
    public string? Order { get; set; }

    /// <summary>Whether there is no point in measuring once more.</summary>
    public bool IsDone => Objection is not null || FirstRuns.Exists(run => run.Outcome.Total > Slow);

    /// <summary>Whether it was measured at all.</summary>
    public bool HasRuns => FirstRuns.Count > 0;

    /// <summary>The steady runs, or the first one where it was too slow for more.</summary>
    public IReadOnlyList<Run> Runs => SteadyRuns.Count > 0 ? SteadyRuns : FirstRuns;

    /// <summary>The median of a figure over the steady runs.</summary>
    public double Median(Func<Run, double> figure) => MedianOf(Runs, figure);

    /// <summary>The median of a figure over the first runs.</summary>
    public double FirstMedian(Func<Run, double> figure) => MedianOf(FirstRuns, figure);

    private static double MedianOf(IEnumerable<Run> runs, Func<Run, double> figure)
    {
        double[] sorted = [.. runs.Select(figure).Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
