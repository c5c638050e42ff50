namespace BitbucketPS.Benchmarks.Server;

/// <summary>What the server plays; set anew before each run.</summary>
internal sealed record ServerSettings
{
    /// <summary>How long a request waits for its answer. Requests wait beside one another.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Branches of every repository.</summary>
    public int Branches { get; init; } = 10_000;

    /// <summary>Repositories of every workspace.</summary>
    public int Repositories { get; init; } = 50;

    /// <summary>Whether the query <c>fields</c> is honoured. It is not by default, so that everybody reads the same bytes.</summary>
    public bool HonourFields { get; init; }
}
