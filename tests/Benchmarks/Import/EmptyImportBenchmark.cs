namespace BitbucketPS.Benchmarks;

/// <summary>How long Import-Module takes with nothing to import: the engine's share of an import, which no module can better.</summary>
internal sealed class EmptyImportBenchmark : Benchmark
{
    /// <inheritdoc />
    public override string Name => "import-empty";

    /// <inheritdoc />
    public override string Summary => "Import-Module of an empty manifest, the first command: the engine's share";

    /// <inheritdoc />
    public override TimeSpan Measure()
    {
        using EmptyManifest empty = new();
        using Engine engine = new();
        return engine.TimeImport(empty.File);
    }
}
