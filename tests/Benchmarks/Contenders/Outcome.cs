namespace BitbucketPS.Benchmarks.Contenders;

/// <summary>What one run of a contender came to. Times are in milliseconds, and count from the call.</summary>
internal sealed record Outcome
{
    /// <summary>Objects that arrived.</summary>
    public int Count { get; init; }

    /// <summary>Until the first object arrived.</summary>
    public double First { get; init; }

    /// <summary>Until the call returned, after the last object.</summary>
    public double Total { get; init; }

    /// <summary>What the process took of the processors meanwhile.</summary>
    public double Cpu { get; init; }

    /// <summary>Bytes that were allocated on the managed heap meanwhile, by all threads; null where there is none.</summary>
    public long? Allocated { get; init; }

    /// <summary>The largest working set of the process so far, in bytes.</summary>
    public long PeakWorkingSet { get; init; }

    /// <summary>A hash of all names in the order of their arrival; null unless the run was one to check.</summary>
    public string? Order { get; init; }
}
