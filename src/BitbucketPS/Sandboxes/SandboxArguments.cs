using System.Globalization;

namespace BitbucketPS;

/// <summary>How a sandbox is to be started.</summary>
internal sealed record SandboxArguments
{
    /// <summary>The port; 0 for any that is free.</summary>
    public int Port { get; init; }

    /// <summary>The folder that keeps its data, as a whole path; null for one that goes with it.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>What a fresh one holds; null for the demo.</summary>
    public string? Seed { get; init; }

    /// <summary>How much longer each answer takes.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>How many requests an account may send in an hour; null for any number.</summary>
    public int? RateLimit { get; init; }

    /// <summary>How it is to misbehave.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>Which surprises of the service it has on or off, as <c>name=on</c>.</summary>
    public IReadOnlyList<string> Quirks { get; init; } = [];

    /// <summary>How long its start may take: large data takes its time.</summary>
    public TimeSpan Patience => TimeSpan.FromMinutes(Seed is null ? 1 : 10);

    /// <summary>As the command line of the sandbox has them.</summary>
    public IEnumerable<string> ToArray()
    {
        List<string> line = ["--exit-with-stdin", "--announce-json"];
        Add(line, "--port", Text(Port));
        Add(line, "--data", DataDirectory);
        Add(line, "--seed", Seed);
        Add(line, "--latency", Latency > TimeSpan.Zero ? Text((int)Math.Ceiling(Latency.TotalMilliseconds)) : null);
        Add(line, "--rate-limit", RateLimit is { } limit ? Text(limit) : null);
        AddAll(line, "--fault", Faults);
        AddAll(line, "--quirk", Quirks);

        return line;
    }

    private static void AddAll(List<string> line, string name, IReadOnlyList<string> values)
    {
        foreach (string value in values)
        {
            Add(line, name, value);
        }
    }

    private static void Add(List<string> line, string name, string? value)
    {
        if (value is not null)
        {
            line.AddRange([name, value]);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
