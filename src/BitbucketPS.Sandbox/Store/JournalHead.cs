using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BitbucketPS.Sandbox;

/// <summary>The first line of a journal: its format, and how many lines it had when it was begun.</summary>
internal static partial class JournalHead
{
    public static byte[] Write(int lines) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"format\":1,\"lines\":{lines}}}\n"));

    /// <summary>The number of lines; null if the line is something else.</summary>
    public static int? Parse(string? line)
        => line is not null && Pattern().Match(line) is { Success: true } match
            ? int.Parse(match.Groups["lines"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex("^\\{\"format\":1,\"lines\":(?<lines>[0-9]{1,9})\\}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
