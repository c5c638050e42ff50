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

            Usage: dotnet run -c Release --project tests/Benchmarks -- BENCHMARK [--runs N | --once]

            """);
        foreach (Benchmark benchmark in Benchmark.All)
        {
            string limit = benchmark.Limit is { } most ? $", at most {most.TotalMilliseconds} ms" : "";
            writer.WriteLine($"  {benchmark.Name,-12}  {benchmark.Summary}{limit}");
        }

        writer.WriteLine("""

              --runs N      measure in N fresh processes, one after the other; 10 by default
              --once        measure once, in this process, and print milliseconds

            Exit codes: 0 the median is within the limit, 1 it is not, or nothing could be measured, 2 wrong arguments.
            """);
    }
}
