namespace BitbucketPS.Sandbox;

/// <summary>How two commits are compared.</summary>
internal sealed record GitDiffOptions
{
    public static GitDiffOptions Usual { get; } = new();

    /// <summary>Only these files and folders; none for all.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>How many lines around a change are shown.</summary>
    public int? Context { get; init; }

    public bool IgnoresWhitespace { get; init; }

    /// <summary>Whether the content of binary files is shown.</summary>
    public bool Binary { get; init; } = true;

    public bool FindsRenames { get; init; } = true;
}
