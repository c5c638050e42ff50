namespace BitbucketPS.Sandbox.Tests;

/// <summary>One request of a scenario, with what should come of it.</summary>
internal sealed record ScenarioStep(string Method, string Target)
{
    /// <summary>Where it stands, for people.</summary>
    public required string Place { get; init; }

    /// <summary>Who asks; empty for the demo person.</summary>
    public string User { get; init; } = "";

    /// <summary>How much later this is than the step before.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>JSON, or what follows <c>form</c> or <c>multipart</c>.</summary>
    public string Body { get; set; } = "";

    public Dictionary<string, string> Headers { get; } = new(StringComparer.Ordinal);

    public int Status { get; set; }

    /// <summary>What later steps use: a name for the value at a path of the answer, or for a header.</summary>
    public Dictionary<string, string> Captures { get; } = new(StringComparer.Ordinal);
}
