using System.Text;

namespace BitbucketPS.Operations;

/// <summary>
/// One segment of a path template: literal text (<c>refs</c>), a placeholder (<c>{name}</c>), or both
/// (<c>{repo_name}-issues-{task_id}.zip</c>).
/// </summary>
internal sealed class PathSegment
{
    /// <summary>The placeholder for the path of a file: the one value that is several segments.</summary>
    public const string FilePath = "path";

    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Text, placeholder, text, placeholder, ..., text: the texts may be empty and are one more than the placeholders.
    private readonly string[] _texts;

    private PathSegment(string text, string[] texts, string[] placeholders)
    {
        Text = text;
        _texts = texts;
        Placeholders = placeholders;
    }

    /// <summary>The segment as the template has it.</summary>
    public string Text { get; }

    public IReadOnlyList<string> Placeholders { get; }

    /// <summary>The text of a segment without placeholders, else null.</summary>
    public string? Literal => Placeholders.Count == 0 ? _texts[0] : null;

    /// <summary>Whether the segment is one placeholder and nothing else.</summary>
    public bool IsPlaceholder => Placeholders.Count == 1 && _texts is ["", ""];

    /// <summary>Whether the value keeps its slashes when it is filled in.</summary>
    public bool IsFilePath => IsPlaceholder && string.Equals(Placeholders[0], FilePath, StringComparison.Ordinal);

    /// <summary>
    /// Whether, at the end of a template, the placeholder may stand for several segments of a path that somebody else wrote:
    /// the path of a file, and names of refs, whose slashes are often left as they are.
    /// </summary>
    public bool TakesRest => IsPlaceholder && Placeholders[0] is FilePath or "name" or "spec" or "revspec" or "revision";

    public static PathSegment Parse(string text)
    {
        string[] pieces = text.Split('{', '}');

        return new(
            text,
            [.. pieces.Where((_, index) => index % 2 == 0)],
            [.. pieces.Where((_, index) => index % 2 == 1)]);
    }

    public void AppendTo(StringBuilder path, ReadOnlySpan<string> values)
    {
        path.Append(_texts[0]);
        for (int index = 0; index < values.Length; index++)
        {
            string placeholder = Placeholders[index];
            path.Append(IsFilePath ? EscapePath(placeholder, values[index]) : EscapeValue(placeholder, values[index]));
            path.Append(_texts[index + 1]);
        }
    }

    /// <summary>Whether a segment of a path, unescaped, has the texts of this one in their places, and something between them.</summary>
    public bool Matches(string segment)
    {
        if (!segment.StartsWith(_texts[0], StringComparison.Ordinal))
        {
            return false;
        }

        int position = _texts[0].Length;
        foreach (string text in _texts.AsSpan(1..^1))
        {
            int found = position < segment.Length ? segment.IndexOf(text, position + 1, StringComparison.Ordinal) : -1;
            if (found < 0)
            {
                return false;
            }

            position = found + text.Length;
        }

        return segment.Length - _texts[^1].Length > position && segment.EndsWith(_texts[^1], StringComparison.Ordinal);
    }

    private static string EscapePath(string placeholder, string? value)
    {
        if (value is null or "")
        {
            return value ?? throw Refuse(placeholder, "has no value");
        }

        // A trailing slash asks for a directory; any other empty segment is a mistake.
        string[] segments = value.Split('/');
        for (int index = 0; index < segments.Length; index++)
        {
            bool isTrailingSlash = index > 0 && index == segments.Length - 1 && segments[index].Length == 0;
            segments[index] = isTrailingSlash ? "" : EscapeValue(placeholder, segments[index]);
        }

        return string.Join('/', segments);
    }

    private static string EscapeValue(string placeholder, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw Refuse(placeholder, "has no value, or an empty segment");
        }

        if (value is "." or "..")
        {
            throw Refuse(placeholder, $"cannot be, or have a segment, \"{value}\": it would name another resource");
        }

        // EscapeDataString would put a replacement character for half a surrogate pair, and so change the name.
        try
        {
            s_strictUtf8.GetByteCount(value);
        }
        catch (EncoderFallbackException e)
        {
            throw Refuse(placeholder, "is not valid Unicode: it has half a surrogate pair", inner: e);
        }

        return Uri.EscapeDataString(value);
    }

    // The parameter is that of Operation.Expand, which the caller knows.
    private static ArgumentException Refuse(
        string placeholder,
        string reason,
        string parameter = "values",
        Exception? inner = null) => new($"The {placeholder.Replace('_', ' ')} {reason}.", parameter, inner);
}
