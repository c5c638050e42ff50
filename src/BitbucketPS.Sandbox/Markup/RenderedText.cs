using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Text that people write, as the API shows it: raw, and as HTML that holds nothing but what was written.</summary>
internal static class RenderedText
{
    /// <summary>As in comments and summaries.</summary>
    public static JsonObject ToJson(string raw) => new()
    {
        ["type"] = "rendered",
        ["raw"] = raw,
        ["markup"] = "markdown",
        ["html"] = ToHtml(raw),
    };

    // Paragraphs only: what a client must cope with is that it is HTML, not how Markdown looks.
    private static string ToHtml(string raw)
        => string.Concat(raw.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph.Trim())}</p>"));
}
