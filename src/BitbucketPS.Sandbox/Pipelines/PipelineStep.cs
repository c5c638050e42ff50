namespace BitbucketPS.Sandbox;

/// <summary>A step as the file of the repository wants it, and what is to become of it.</summary>
/// <param name="Uuid">In braces.</param>
/// <param name="Name">For people.</param>
/// <param name="Script">Its commands.</param>
internal sealed record PipelineStep(string Uuid, string Name, IReadOnlyList<string> Script)
{
    public string Image { get; init; } = "atlassian/default-image:4";

    /// <summary>How many minutes it may take.</summary>
    public int MaxMinutes { get; init; } = 120;

    /// <summary>How many seconds after the start of the pipeline it begins; null if it never does.</summary>
    public int? Start { get; init; }

    /// <summary>How many seconds it takes.</summary>
    public int Seconds { get; init; }

    /// <summary>Whether it fails.</summary>
    public bool Fails { get; init; }

    /// <summary>Whether it waits for a person to start it, for which there is no operation.</summary>
    public bool IsManual { get; init; }

    /// <summary>The environment it deploys to.</summary>
    public string? EnvironmentUuid { get; init; }

    /// <summary>What the file calls this environment.</summary>
    public string? EnvironmentName { get; init; }

    /// <summary>When it ends, in seconds after the start of the pipeline; null if it never begins.</summary>
    public int? End => Start + Seconds;
}
