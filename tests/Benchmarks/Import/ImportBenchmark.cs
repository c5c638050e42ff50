namespace BitbucketPS.Benchmarks;

/// <summary>How long Import-Module takes in a process in which the engine has done nothing before.</summary>
internal sealed class ImportBenchmark : Benchmark
{
    /// <inheritdoc />
    public override string Name => "import";

    /// <inheritdoc />
    public override string Summary => "Import-Module BitbucketPS.psd1, the first command of the engine";

    /// <inheritdoc />
    public override TimeSpan? Limit => TimeSpan.FromMilliseconds(150);

    /// <inheritdoc />
    public override TimeSpan Measure()
    {
        using Engine engine = new();
        TimeSpan time = engine.TimeImport(Checkout.Manifest);
        engine.RequireCmdlets();
        return time;
    }
}
