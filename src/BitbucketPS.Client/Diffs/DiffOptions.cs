namespace BitbucketPS;

/// <summary>How commits are compared.</summary>
public sealed record DiffOptions
{
    /// <summary>Only these files, and what lies below these directories; empty for all.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Whether lines that differ in white space alone count as equal.</summary>
    public bool IgnoresWhitespace { get; init; }

    /// <summary>Whether a file that was moved is one change, and not one that is gone and one that is new; it is by default.</summary>
    public bool FindsRenames { get; init; } = true;

    /// <summary>
    /// Whether two commits are compared as they stand. By default the newer one is compared with where both came from, so that only
    /// what it brings is shown.
    /// </summary>
    public bool IsTwoDot { get; init; }

    /// <summary>How many lines around a change are shown; null for what the service shows.</summary>
    public int? Context { get; init; }
}
