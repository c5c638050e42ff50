namespace BitbucketPS.Sandbox;

/// <summary>Reads <c>shapes.txt</c>; its first lines say how it is written.</summary>
internal static class ShapeParser
{
    /// <summary>All shapes by their names.</summary>
    /// <exception cref="FormatException">A line makes no sense.</exception>
    public static Dictionary<string, Shape> Parse(TextReader reader)
    {
        Dictionary<string, Shape> shapes = new(StringComparer.Ordinal);
        Stack<(int Indent, Dictionary<string, ShapeProperty> Properties)> open = [];
        while (reader.ReadLine() is { } line)
        {
            string text = line.TrimStart(' ');
            int indent = line.Length - text.Length;
            if (text.Length == 0 || text[0] == '#')
            {
                continue;
            }

            if (indent == 0)
            {
                Shape shape = ParseHead(text);
                shapes.Add(shape.Name, shape);
                open.Clear();
                open.Push((1, shape.Properties));
                continue;
            }

            AddProperty(text, indent, open);
        }

        return shapes;
    }

    private static Shape ParseHead(string text)
    {
        string[] parts = text.TrimStart('+').Split(" : ");
        return new(parts[0], parts.Length > 1 ? parts[1] : null);
    }

    private static void AddProperty(string text, int indent, Stack<(int Indent, Dictionary<string, ShapeProperty> Properties)> open)
    {
        while (open.Peek().Indent > indent)
        {
            open.Pop();
        }

        int space = text.IndexOf(' ', StringComparison.Ordinal);
        string name = text[..space].TrimStart('+');
        ShapeType type = ShapeTypeParser.Parse(text[(space + 1)..]);
        open.Peek().Properties.Add(name.TrimEnd('!'), new(type, name.EndsWith('!'), text[0] != '+'));
        ShapeType inner = type.Item ?? type;
        if (inner.Kind == ShapeKind.Object && inner.Properties.Count == 0)
        {
            open.Push((indent + 1, inner.Properties));
        }
    }
}
