using BitbucketPS.Benchmarks.Contenders;
using BitbucketPS.Benchmarks.Trials;

namespace BitbucketPS.Benchmarks;

/// <summary>How the program is used.</summary>
internal static class Usage
{
    /// <summary>Prints it to somebody who asked.</summary>
    public static int Print()
    {
        Print(Console.Out);
        return ExitCodes.Kept;
    }

    /// <summary>Says why the arguments are refused, and prints it.</summary>
    public static int Refuse(string error)
    {
        Console.Error.WriteLine(error);
        Print(Console.Error);
        return ExitCodes.Usage;
    }

    private static void Print(TextWriter writer)
    {
        writer.WriteLine("""

            Usage: dotnet run -c Release --project tests/Benchmarks -- BENCHMARK [options]

            Fresh processes, one after the other [--runs N | --once]:

            """);
        foreach (Benchmark benchmark in Benchmark.All)
        {
            string limit = benchmark.Limit is { } most ? $", at most {most.TotalMilliseconds} ms" : "";
            writer.WriteLine($"  {benchmark.Name,-12}  {benchmark.Summary}{limit}");
        }

        writer.WriteLine("""

            At a server on this machine, side by side but for the last [--runs N] [--processes N] [--latency MS,…] [--branches N] [--only NAME,…]:

            """);
        foreach (Trial trial in Trial.All)
        {
            writer.WriteLine($"  {trial.Name,-12}  {trial.Summary}");
        }

        writer.WriteLine($"""

              {Arguments.DotNet,-12}  the same contenders with BenchmarkDotNet, in one process; takes its options

              --runs N      measure in N fresh processes, 10 by default; side by side, N times more after the first run, 5 by default
              --once        measure once, in this process, and print milliseconds
              --processes   fresh processes of each contender, 2 by default
              --latency     how long the server waits before it answers, in milliseconds
              --branches    branches of each repository
              --only        contenders: {string.Join(", ", ContenderCatalogue.All.Select(entry => entry.Name))}

            Exit codes: 0 all is within its limits, 1 something is not, or nothing could be measured, 2 wrong arguments.
            """);
    }
}
