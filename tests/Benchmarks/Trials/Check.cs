using System.Globalization;

namespace BitbucketPS.Benchmarks.Trials;

/// <summary>One thing that has to be shown.</summary>
/// <param name="What">In words.</param>
/// <param name="Limit">What is allowed.</param>
/// <param name="Measured">What came out; null if it was not measured.</param>
/// <param name="Kept">Whether it is within the limit.</param>
internal sealed record Check(string What, string Limit, string? Measured, bool Kept)
{
    /// <summary>In a word.</summary>
    public string Verdict => Measured is null ? "not measured" : Kept ? "kept" : "**missed**";

    /// <summary>Whether it was measured, and missed.</summary>
    public bool IsMissed => Measured is not null && !Kept;

    /// <summary>A figure that may not be larger.</summary>
    public static Check AtMost(string what, double? value, double limit, string unit)
        => new(what, $"at most {Text(limit, unit)}", value is { } it ? Text(it, unit) : null, value <= limit);

    /// <summary>A figure that may not be smaller.</summary>
    public static Check AtLeast(string what, double? value, double limit, string unit)
        => new(what, $"at least {Text(limit, unit)}", value is { } it ? Text(it, unit) : null, value >= limit);

    /// <summary>A figure that has to be met.</summary>
    public static Check Exactly(string what, double? value, double limit)
        => new(what, $"exactly {Text(limit, "")}", value is { } it ? Text(it, "") : null, value is { } same && same.Equals(limit));

    private static string Text(double value, string unit)
        => value.ToString(unit.Length == 0 ? "N0" : "N1", CultureInfo.InvariantCulture) + (unit.Length == 0 ? "" : $" {unit}");
}
