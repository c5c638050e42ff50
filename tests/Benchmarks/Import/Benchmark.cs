namespace BitbucketPS.Benchmarks;

/// <summary>Something that a user of the module waits for, measured once in each of several fresh processes.</summary>
internal abstract class Benchmark
{
    /// <summary>All benchmarks.</summary>
    public static IReadOnlyList<Benchmark> All { get; } = [new ImportBenchmark(), new WarmImportBenchmark(), new EmptyImportBenchmark()];

    /// <summary>The word that starts it.</summary>
    public abstract string Name { get; }

    /// <summary>What is measured, in one line.</summary>
    public abstract string Summary { get; }

    /// <summary>What the median may be at most; null where it is only there to be compared.</summary>
    public virtual TimeSpan? Limit => null;

    /// <summary>Measures once, in this process, in which nothing of the module has run before.</summary>
    public abstract TimeSpan Measure();
}
