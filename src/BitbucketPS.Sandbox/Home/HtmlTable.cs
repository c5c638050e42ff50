namespace BitbucketPS.Sandbox;

/// <summary>Makes tables of pages.</summary>
internal static class HtmlTable
{
    /// <summary>A table, or a sentence if it has no rows.</summary>
    /// <param name="heads">Plain text.</param>
    /// <param name="rows">Cells as HTML, encoded by who made them.</param>
    /// <param name="empty">What is said without rows, as plain text.</param>
    public static string Make(IReadOnlyList<string> heads, IReadOnlyList<string[]> rows, string empty)
        => rows.Count == 0
            ? $"<p class=\"soft\">{HtmlPage.Encode(empty)}</p>"
            : $"""
            <div class="scroll" tabindex="0"><table>
            <thead><tr>{string.Concat(heads.Select(head => $"<th scope=\"col\">{HtmlPage.Encode(head)}</th>"))}</tr></thead>
            <tbody>
            {string.Join('\n', rows.Select(row => $"<tr>{string.Concat(row.Select(cell => $"<td>{cell}</td>"))}</tr>"))}
            </tbody>
            </table></div>
            """;

    public static string Text(string text) => HtmlPage.Encode(text);

    public static string Code(string text) => $"<code>{HtmlPage.Encode(text)}</code>";

    /// <summary>A link within these pages.</summary>
    /// <param name="text">Plain.</param>
    /// <param name="segments">Of its path, plain.</param>
    public static string Link(string text, params IReadOnlyList<string> segments)
        => $"<a href=\"/{HtmlPage.Encode(string.Join('/', segments.Select(PercentCoding.Encode)))}\">{HtmlPage.Encode(text)}</a>";

    /// <summary>How long ago something was, in one word.</summary>
    public static string Age(DateTimeOffset time, DateTimeOffset now)
    {
        TimeSpan age = now - time;
        (double number, string unit) = age switch
        {
            { TotalDays: >= 60 } => (age.TotalDays / 30.4, "month"),
            { TotalDays: >= 1 } => (age.TotalDays, "day"),
            { TotalHours: >= 1 } => (age.TotalHours, "hour"),
            { TotalMinutes: >= 1 } => (age.TotalMinutes, "minute"),
            _ => (Math.Max(0, age.TotalSeconds), "second"),
        };
        int whole = (int)number;
        return FormattableString.Invariant($"<time datetime=\"{time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}\">{whole} {unit}{(whole == 1 ? "" : "s")} ago</time>");
    }
}
