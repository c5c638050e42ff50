using System.ComponentModel;
using System.Globalization;

namespace BitbucketPS.Cmdlets;

/// <summary>What the table views show where a property alone does not say it well; called from the views, which hold no logic of their own.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Display
{
    /// <summary>How long ago something was, in the largest unit: <c>5 minutes ago</c>. What lies ahead is <c>in 5 minutes</c>.</summary>
    /// <param name="time">When it was; null for nothing.</param>
    public static string Age(DateTimeOffset? time) => Age(time, TimeProvider.System.GetUtcNow());

    /// <summary>How long ago something was at a moment.</summary>
    /// <param name="time">When it was; null for nothing.</param>
    /// <param name="now">The moment.</param>
    public static string Age(DateTimeOffset? time, DateTimeOffset now) => time is { } moment ? Age(now - moment) : "";

    /// <summary>The state of something, in the colour that people expect: green for what is well, red for what is not, yellow for what is on its way.</summary>
    /// <remarks>The engine takes the escape sequences away where the output is no terminal, or $PSStyle.OutputRendering says so.</remarks>
    /// <param name="state">The state as the service names it, such as <c>MERGED</c>.</param>
    public static string State(string? state) => state?.ToUpperInvariant() switch
    {
        null or "" => "",
        "OPEN" or "SUCCESSFUL" or "APPROVED" or "COMPLETED" or "ADDED" => Paint(state, 32),
        "MERGED" or "RESOLVED" or "RENAMED" => Paint(state, 35),
        "DECLINED" or "FAILED" or "ERROR" or "CHANGES_REQUESTED" or "REMOVED" => Paint(state, 31),
        "INPROGRESS" or "PENDING" or "UNRESOLVED" or "MODIFIED" or "DRAFT" => Paint(state, 33),
        "STOPPED" or "SUPERSEDED" => Paint(state, 90),
        _ => state,
    };

    /// <summary>The first line of a text.</summary>
    /// <param name="text">The text.</param>
    public static string FirstLine(string? text) => text?.TrimStart().Split('\n', 2)[0].TrimEnd() ?? "";

    private static string Age(TimeSpan age)
    {
        (double amount, string unit) = Math.Abs(age.TotalSeconds) switch
        {
            < 60 => (0, ""),
            < 3_600 => (age.TotalMinutes, "minute"),
            < 86_400 => (age.TotalHours, "hour"),
            < 14 * 86_400 => (age.TotalDays, "day"),
            < 61 * 86_400 => (age.TotalDays / 7, "week"),
            < 731 * 86_400 => (age.TotalDays / 30.4, "month"),
            _ => (age.TotalDays / 365.25, "year"),
        };
        int count = (int)Math.Abs(amount);
        string text = string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")}");
        return unit.Length == 0 ? "just now" : amount < 0 ? $"in {text}" : $"{text} ago";
    }

    private static string Paint(string text, int colour) => string.Create(CultureInfo.InvariantCulture, $"\e[{colour}m{text}\e[0m");
}
