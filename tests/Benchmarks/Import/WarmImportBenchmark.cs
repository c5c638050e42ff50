namespace BitbucketPS.Benchmarks;

/// <summary>
/// How long Import-Module takes once the engine has imported something else. The engine's package holds no compiled code, as
/// an installed PowerShell does, so its first import compiles the engine; what remains is the module's own share.
/// </summary>
internal sealed class WarmImportBenchmark : Benchmark
{
    /// <inheritdoc />
    public override string Name => "import-warm";

    /// <inheritdoc />
    public override string Summary => "the same after the import of an empty manifest: the module's own share";

    /// <inheritdoc />
    public override TimeSpan Measure()
    {
        using EmptyManifest empty = new();
        using Engine engine = new();
        engine.TimeImport(empty.File);
        TimeSpan time = engine.TimeImport(Checkout.Manifest);
        engine.RequireCmdlets();
        return time;
    }
}
