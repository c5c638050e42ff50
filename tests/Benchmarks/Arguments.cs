using System.Globalization;
using BitbucketPS.Benchmarks.Contenders;
using BitbucketPS.Benchmarks.Trials;

namespace BitbucketPS.Benchmarks;

/// <summary>What the person asked for.</summary>
internal sealed record Arguments
{
    /// <summary>The word that makes this process the loopback server.</summary>
    public const string Serve = "serve";

    /// <summary>The word that makes this process a contender.</summary>
    public const string Contend = "contend";

    /// <summary>The word that hands over to BenchmarkDotNet.</summary>
    public const string DotNet = "dotnet";

    private const int Most = 1_000;
    private const int MostBranches = 10_000_000;

    /// <summary>What to measure in fresh processes; null if it is a trial, or the usage is asked for.</summary>
    public Benchmark? Benchmark { get; private init; }

    /// <summary>What to measure side by side; null if it is a benchmark, or the usage is asked for.</summary>
    public Trial? Trial { get; private init; }

    /// <summary>How the trial is run.</summary>
    public TrialOptions Options { get; private init; } = new();

    /// <summary>In how many fresh processes the benchmark is run.</summary>
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

        if (Benchmark.All.FirstOrDefault(candidate => string.Equals(candidate.Name, args[0], StringComparison.Ordinal)) is { } benchmark)
        {
            return ParseOptions(new() { Benchmark = benchmark }, args[1..]);
        }

        return Trial.All.FirstOrDefault(candidate => string.Equals(candidate.Name, args[0], StringComparison.Ordinal)) is { } trial
            ? ParseTrial(new() { Trial = trial }, args[1..])
            : Refuse($"There is no benchmark '{args[0]}'.");
    }

    private static Arguments ParseOptions(Arguments arguments, string[] options) => options switch
    {
        [] => arguments,
        ["--once"] => arguments with { Once = true },
        ["--runs", string text] when TryRead(text, 1, Most, out int runs) => arguments with { Runs = runs },
        ["--runs", ..] => Refuse($"--runs takes a number from 1 to {Most}."),
        _ => Refuse($"Unknown: {string.Join(' ', options)}"),
    };

    private static Arguments ParseTrial(Arguments arguments, string[] rest)
    {
        while (rest is [string option, string value, ..])
        {
            if (Add(arguments.Options, option, value) is not { } options)
            {
                return Refuse($"{option} is unknown, or does not take '{value}'.");
            }

            arguments = arguments with { Options = options };
            rest = rest[2..];
        }

        return rest is [] ? arguments : Refuse($"{rest[0]} is unknown, or has no value.");
    }

    private static TrialOptions? Add(TrialOptions options, string option, string value) => option switch
    {
        "--runs" when TryRead(value, 0, Most, out int runs) => options with { Runs = runs },
        "--processes" when TryRead(value, 1, Most, out int processes) => options with { Processes = processes },
        "--branches" when TryRead(value, 1, MostBranches, out int branches) => options with { Branches = branches },
        "--latency" when Latencies(value) is { } latencies => options with { Latencies = latencies },
        "--only" when Names(value) is { } names => options with { Only = names },
        _ => null,
    };

    private static int[]? Latencies(string text)
    {
        string[] parts = text.Split(',');
        return Array.TrueForAll(parts, part => TryRead(part, 0, 60_000, out _))
            ? [.. parts.Select(part => int.Parse(part, CultureInfo.InvariantCulture))]
            : null;
    }

    private static string[]? Names(string text)
    {
        string[] names = text.Split(',');
        return Array.TrueForAll(names, name => ContenderCatalogue.All.Any(entry => string.Equals(entry.Name, name, StringComparison.Ordinal)))
            ? names
            : null;
    }

    private static bool TryRead(string text, int least, int most, out int number)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;

    private static Arguments Refuse(string error) => new() { Error = error };
}
