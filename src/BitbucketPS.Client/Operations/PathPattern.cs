using System.Text;

namespace BitbucketPS.Operations;

/// <summary>A path template taken apart: what <see cref="Operation.Expand"/> fills and the catalogue looks up.</summary>
internal sealed class PathPattern
{
    private readonly string _template;
    private readonly string[] _placeholders;

    private PathPattern(string template, IReadOnlyList<PathSegment> segments)
    {
        _template = template;
        Segments = segments;
        _placeholders = [.. segments.SelectMany(segment => segment.Placeholders)];
        Placeholders = Array.AsReadOnly(_placeholders);
    }

    public IReadOnlyList<PathSegment> Segments { get; }

    public IReadOnlyList<string> Placeholders { get; }

    public static PathPattern Parse(string template) =>
        new(template, [.. template[1..].Split('/').Select(PathSegment.Parse)]);

    public string Expand(ReadOnlySpan<string> values)
    {
        if (values.Length < _placeholders.Length)
        {
            throw new ArgumentException($"{{{_placeholders[values.Length]}}} of {_template} has no value.", nameof(values));
        }

        if (values.Length > _placeholders.Length)
        {
            throw new ArgumentException(
                $"{_template} has {_placeholders.Length} placeholders; {values.Length} values were given.",
                nameof(values));
        }

        StringBuilder path = new();
        int used = 0;
        foreach (PathSegment segment in Segments)
        {
            path.Append('/');
            segment.AppendTo(path, values.Slice(used, segment.Placeholders.Count));
            used += segment.Placeholders.Count;
        }

        return path.ToString();
    }
}
