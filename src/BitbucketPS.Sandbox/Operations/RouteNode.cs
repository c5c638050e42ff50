namespace BitbucketPS.Sandbox;

/// <summary>A place in the tree of paths. A word goes before a placeholder, and that before what takes the rest.</summary>
internal sealed class RouteNode
{
    private readonly Dictionary<string, RouteNode> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ApiOperation> _operations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ApiOperation> _rest = new(StringComparer.Ordinal);
    private RouteNode? _placeholder;
    private bool _takesEmptyRest;

    /// <summary>Puts an operation where its template says.</summary>
    public void Add(ApiOperation operation)
    {
        RouteNode node = this;
        foreach (string segment in operation.Template.Split('/'))
        {
            if (segment.Contains('*', StringComparison.Ordinal))
            {
                node._takesEmptyRest |= segment.Contains('?', StringComparison.Ordinal);
                node._rest.Add(operation.Method, operation);
                return;
            }

            node = segment.Contains('{', StringComparison.Ordinal) ? node._placeholder ??= new() : node.Word(segment);
        }

        node._operations.Add(operation.Method, operation);
    }

    /// <summary>Where the segments of a path lead, or null.</summary>
    public RouteMatch? Find(string[] segments) => Find(segments, 0, []);

    private RouteMatch? Find(ReadOnlySpan<string> segments, int index, IReadOnlyList<string> values)
    {
        if (index == segments.Length)
        {
            return _operations.Count > 0 ? new(_operations, values) : null;
        }

        string segment = segments[index];
        RouteMatch? match = _words.TryGetValue(segment, out RouteNode? word) ? word.Find(segments, index + 1, values) : null;
        if (match is null && _placeholder is not null && segment.Length > 0)
        {
            match = _placeholder.Find(segments, index + 1, [.. values, segment]);
        }

        string rest = string.Join('/', segments[index..]!);
        return match ?? (_rest.Count > 0 && (rest.Length > 0 || _takesEmptyRest) ? new(_rest, [.. values, rest]) : null);
    }

    private RouteNode Word(string segment)
    {
        if (!_words.TryGetValue(segment, out RouteNode? node))
        {
            _words.Add(segment, node = new());
        }

        return node;
    }
}
