using System.Globalization;

namespace BitbucketPS.Benchmarks;

/// <summary>What the person asked for.</summary>
internal sealed record Arguments
{
    private const int MostRuns = 1000;

    /// <summary>What to measure; null if the usage is asked for.</summary>
    public Benchmark? Benchmark { get; private init; }

    /// <summary>In how many fresh processes.</summary>
    public int Runs { get; private init; } = 10;

    /// <summary>Measures once, in this very process: what the fresh ones are started with.</summary>
    public bool Once { get; private init; }

    /// <summary>Why the arguments are refused; null if they are not.</summary>
    public string? Error { get; private init; }

    /// <summary>Reads the command line.</summary>
    public static Arguments Parse(string[] args)
    {
        if (args is ["--help" or "-h"])
        {
            return new();
        }

        if (args is [])
        {
            return Refuse("Name a benchmark.");
        }

        Benchmark? benchmark = Benchmark.All.FirstOrDefault(candidate => string.Equals(candidate.Name, args[0], StringComparison.Ordinal));
        return benchmark is null
            ? Refuse($"There is no benchmark '{args[0]}'.")
            : ParseOptions(new() { Benchmark = benchmark }, args[1..]);
    }

    private static Arguments ParseOptions(Arguments arguments, string[] options) => options switch
    {
        [] => arguments,
        ["--once"] => arguments with { Once = true },
        ["--runs", string text] when TryReadRuns(text, out int runs) => arguments with { Runs = runs },
        ["--runs", ..] => Refuse($"--runs takes a number from 1 to {MostRuns}."),
        _ => Refuse($"Unknown: {string.Join(' ', options)}"),
    };

    private static bool TryReadRuns(string text, out int runs)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out runs) && runs is >= 1 and <= MostRuns;

    private static Arguments Refuse(string error) => new() { Error = error };
}
