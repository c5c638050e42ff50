using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace BitbucketPS.Benchmarks.DotNet;

/// <summary>Hands over to BenchmarkDotNet.</summary>
internal static class DotNetRunner
{
    /// <summary>Runs what its arguments choose; all of it by default.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments)
    {
        if (!Checkout.HoldsRelease())
        {
            return ExitCodes.Exceeded;
        }

        string[] chosen = arguments is [] ? ["--filter", "*"] : arguments;
        return BenchmarkSwitcher.FromTypes([typeof(BranchBenchmarks)]).Run(chosen, Config()).Any(summary => summary.HasCriticalValidationErrors)
            ? ExitCodes.Exceeded
            : ExitCodes.Kept;
    }

    // In this process: the program that BenchmarkDotNet would build anew is not the one that hosts the engine precompiled.
    private static ManualConfig Config() => DefaultConfig.Instance
        .AddJob(Job.ShortRun.WithToolchain(new InProcessNoEmitToolchain(new())))
        .WithArtifactsPath(Path.Combine(Checkout.Root, "artifacts", "benchmarks-dotnet"));
}
