using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>Reads the types of <c>shapes.txt</c>.</summary>
internal static class ShapeTypeParser
{
    /// <summary>Reads one type.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static ShapeType Parse(string text)
    {
        if (text.EndsWith('?'))
        {
            return Parse(text[..^1]) with { IsNullable = true };
        }

        if (text.StartsWith('['))
        {
            return ParseList(text);
        }

        int minimum = text.IndexOf(">=", StringComparison.Ordinal);
        if (minimum > 0)
        {
            return Parse(text[..minimum]) with { Minimum = long.Parse(text[(minimum + 2)..], CultureInfo.InvariantCulture) };
        }

        return text.StartsWith("links(", StringComparison.Ordinal) ? ParseLinks(text) : ParseWord(text);
    }

    private static ShapeType ParseWord(string text) => text switch
    {
        "text" or "uri" or "uuid" or "email" => new(ShapeKind.Text) { Name = text },
        "time" => new(ShapeKind.Time),
        "int" => new(ShapeKind.Integer),
        "number" => new(ShapeKind.Number),
        "bool" => new(ShapeKind.Boolean),
        "any" => new(ShapeKind.Any),
        "object" => new(ShapeKind.Object),
        _ when text.Contains('|', StringComparison.Ordinal) => new(ShapeKind.Choice) { Choices = text.Split('|', StringSplitOptions.RemoveEmptyEntries) },
        _ when text.Any(char.IsUpper) && text.All(letter => char.IsUpper(letter) || letter is '_') => new(ShapeKind.Choice) { Choices = [text] },
        _ => new(ShapeKind.Reference) { Name = text },
    };

    private static ShapeType ParseList(string text)
    {
        int end = text.LastIndexOf(']');
        ShapeType list = new(ShapeKind.List) { Item = Parse(text[1..end]) };
        string[] bounds = text[(end + 1)..].Trim('{', '}').Split("..");
        return bounds is [string least, string most]
            ? list with { LeastItems = ParseCount(least), MostItems = ParseCount(most) }
            : list;
    }

    private static ShapeType ParseLinks(string text)
    {
        ShapeType links = new(ShapeKind.Object);
        foreach (string name in text["links(".Length..^1].Split(' '))
        {
            links.Properties.Add(name, new(new(ShapeKind.Reference) { Name = "link" }, IsRequired: false, IsDeclared: true));
        }

        return links;
    }

    private static int ParseCount(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
