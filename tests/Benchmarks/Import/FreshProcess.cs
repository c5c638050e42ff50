using System.Diagnostics;
using System.Globalization;

namespace BitbucketPS.Benchmarks;

/// <summary>This program, started anew to measure once: nothing is loaded, compiled or cached from the run before.</summary>
internal static class FreshProcess
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <summary>Measures in a process of its own.</summary>
    /// <exception cref="InvalidOperationException">It failed, or did not end.</exception>
    public static async Task<TimeSpan> MeasureAsync(Benchmark benchmark)
    {
        using Process process = Process.Start(Self.StartInfo(benchmark.Name, "--once"))!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await EndAsync(process);
        return process.ExitCode == ExitCodes.Kept && TryRead(await output, out double milliseconds)
            ? TimeSpan.FromMilliseconds(milliseconds)
            : throw new InvalidOperationException($"A run ended with code {process.ExitCode}. {await output}{await errors}");
    }

    private static async Task EndAsync(Process process)
    {
        using CancellationTokenSource deadline = new(s_patience);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"A run did not end within {s_patience.TotalSeconds} s.", e);
        }
    }

    private static bool TryRead(string output, out double milliseconds)
        => double.TryParse(output.AsSpan().Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out milliseconds);
}
