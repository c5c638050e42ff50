using BitbucketPS.Benchmarks.Contenders;

namespace BitbucketPS.Benchmarks.Trials;

/// <summary>How a trial is to be run; what is null is the trial's to choose.</summary>
internal sealed record TrialOptions
{
    /// <summary>Runs of each process after its first.</summary>
    public int Runs { get; init; } = 5;

    /// <summary>Fresh processes of each contender.</summary>
    public int Processes { get; init; } = 2;

    /// <summary>Latencies of the server, in milliseconds.</summary>
    public IReadOnlyList<int>? Latencies { get; init; }

    /// <summary>Branches of the large list.</summary>
    public int? Branches { get; init; }

    /// <summary>The contenders to measure, by name.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    /// <summary>Whether a contender takes part.</summary>
    public bool Wants(ContenderEntry contender) => Only?.Contains(contender.Name, StringComparer.Ordinal) ?? true;
}
