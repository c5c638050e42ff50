using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>
/// Reads the part of YAML that most pipelines are written in: maps, lists, one-line texts with or without quotes, lists in brackets,
/// and blocks of lines after <c>|</c>. Every value becomes an object, a list or a text. Anchors and maps in braces are not read.
/// </summary>
internal sealed class SimpleYaml
{
    private const int MostDepth = 50;

    private readonly List<YamlLine> _lines;
    private int _next;
    private int _depth;

    private SimpleYaml(string text)
    {
        _lines = [.. text.ReplaceLineEndings("\n").Split('\n').Select(ToLine).Where(line => line.Text.Length > 0)];
    }

    /// <summary>Reads a document.</summary>
    /// <exception cref="FormatException">It is no YAML, or uses what is not read here.</exception>
    public static JsonNode? Parse(string text)
    {
        SimpleYaml yaml = new(text);
        JsonNode? value = yaml._lines.Count == 0 ? null : yaml.ReadBlock(yaml._lines[0].Indent);
        return yaml._next == yaml._lines.Count ? value : throw yaml.Unreadable();
    }

    private static YamlLine ToLine(string line)
    {
        string text = line.TrimStart(' ');
        int comment = text.StartsWith('#') ? 0 : text.IndexOf(" #", StringComparison.Ordinal);
        bool isQuoted = comment > 0 && text[..comment].Count(letter => letter is '"' or '\'') % 2 == 1;
        string rest = comment < 0 || isQuoted ? text : text[..comment];
        return new(line.Length - text.Length, rest.TrimEnd() is "---" ? "" : rest.TrimEnd());
    }

    private JsonNode? ReadBlock(int indent)
    {
        // Nobody writes pipelines that deep, and a stack has an end.
        if (++_depth > MostDepth)
        {
            throw Unreadable();
        }

        JsonNode? value = _lines[_next].IsItem ? ReadList(indent) : IsEntry(_lines[_next].Text, out _, out _) ? ReadMap(indent) : ReadText();
        _depth--;
        return value;
    }

    private JsonArray ReadList(int indent)
    {
        JsonArray items = [];
        while (_next < _lines.Count && _lines[_next] is { IsItem: true } line && line.Indent == indent)
        {
            items.Add(ReadItem(line, line.Text[1..].TrimStart()));
        }

        return items;
    }

    private JsonNode? ReadItem(YamlLine line, string rest)
    {
        if (IsEntry(rest, out _, out _))
        {
            // The map that begins after the dash goes on below its first key.
            int inner = line.Indent + line.Text.Length - rest.Length;
            _lines[_next] = new(inner, rest);
            return ReadMap(inner);
        }

        _next++;
        return rest.Length == 0 ? ReadNested(line.Indent, alsoLists: false) : ReadValue(rest, line.Indent);
    }

    private JsonObject ReadMap(int indent)
    {
        JsonObject map = [];
        while (_next < _lines.Count && _lines[_next].Indent == indent && IsEntry(_lines[_next].Text, out string key, out string rest))
        {
            _next++;
            if (!map.TryAdd(key, rest.Length == 0 ? ReadNested(indent, alsoLists: true) : ReadValue(rest, indent)))
            {
                throw Unreadable();
            }
        }

        return map;
    }

    // A list may stand as far left as the key it belongs to.
    private JsonNode? ReadNested(int indent, bool alsoLists)
    {
        bool isThere = _next < _lines.Count
            && (_lines[_next].Indent > indent || (alsoLists && _lines[_next].IsItem && _lines[_next].Indent == indent));
        return isThere ? ReadBlock(_lines[_next].Indent) : null;
    }

    private JsonNode ReadText() => ReadValue(_lines[_next++].Text, int.MaxValue);

    private JsonNode ReadValue(string text, int indent) => text[0] switch
    {
        '|' or '>' => ReadLines(indent),
        '[' when text.EndsWith(']') && !text[1..].Contains('[', StringComparison.Ordinal) => new JsonArray(
            [.. text[1..^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(item => ReadValue(item, indent))]),
        '"' or '\'' when text.Length > 1 && text[^1] == text[0] => JsonValue.Create(text[1..^1]),
        '&' or '*' or '{' or '[' or '!' or '"' or '\'' or '%' or '@' => throw Unreadable(),
        _ => JsonValue.Create(text),
    };

    private JsonValue ReadLines(int indent)
    {
        List<string> lines = [];
        while (_next < _lines.Count && _lines[_next].Indent > indent)
        {
            lines.Add(_lines[_next++].Text);
        }

        return JsonValue.Create(string.Join('\n', lines));
    }

    private static bool IsEntry(string text, out string key, out string rest)
    {
        int colon = text.EndsWith(':') && !text.Contains(": ", StringComparison.Ordinal) ? text.Length - 1 : text.IndexOf(": ", StringComparison.Ordinal);
        key = colon > 0 ? text[..colon].Trim('"', '\'') : "";
        rest = colon > 0 ? text[(colon + 1)..].Trim() : "";
        return colon > 0 && text[0] is not ('-' or '[') && (text[0] is not ('"' or '\'') || text[colon - 1] == text[0]);
    }

    private FormatException Unreadable() => new($"Line \"{(_next < _lines.Count ? _lines[_next].Text : "")}\" is not read.");
}
