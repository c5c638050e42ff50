namespace BitbucketPS;

/// <summary>What a program answered.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Errors">What it complained of.</param>
internal sealed record QuickAnswer(int ExitCode, string Output, string Errors)
{
    /// <summary>Its output without the line's end, if it ended well and wrote any.</summary>
    public string? Line => ExitCode == 0 && Output.TrimEnd('\r', '\n') is { Length: > 0 } line ? line : null;
}
