namespace BitbucketPS.Operations;

/// <summary>
/// The operations by the segments of their paths. At each segment literal text goes before text with placeholders, that before a
/// placeholder, and that before a placeholder that takes the rest of the path.
/// </summary>
internal sealed class OperationTrie
{
    private readonly Dictionary<string, OperationTrie> _literals = new(StringComparer.Ordinal);
    private readonly List<(PathSegment Segment, OperationTrie Next)> _mixed = [];
    private readonly Dictionary<HttpMethod, Operation> _ends = [];
    private readonly Dictionary<HttpMethod, Operation> _restEnds = [];
    private OperationTrie? _placeholder;
    private bool _restMayBeEmpty;

    public void Add(Operation operation)
    {
        OperationTrie node = this;
        IReadOnlyList<PathSegment> segments = operation.Pattern.Segments;
        for (int index = 0; index < segments.Count - 1; index++)
        {
            node = node.Child(segments[index]);
        }

        if (segments[^1].TakesRest)
        {
            node._restEnds.Add(operation.Method, operation);
            node._restMayBeEmpty = segments[^1].IsFilePath;
            return;
        }

        node.Child(segments[^1])._ends.Add(operation.Method, operation);
    }

    /// <summary>
    /// The operations at a path, by method; null where there are none. The path alone decides, not the method: what the service
    /// has no DELETE for is not taken for another resource that has one. An empty last segment is that of a trailing slash.
    /// </summary>
    public IReadOnlyDictionary<HttpMethod, Operation>? Find(ReadOnlySpan<string> segments)
    {
        if (segments.IsEmpty)
        {
            return AnyOf(_ends);
        }

        ReadOnlySpan<string> rest = segments[1..];
        IReadOnlyDictionary<HttpMethod, Operation>? found =
            _literals.TryGetValue(segments[0], out OperationTrie? literal) ? literal.Find(rest) : null;
        foreach ((PathSegment segment, OperationTrie next) in _mixed)
        {
            found ??= segment.Matches(segments[0]) ? next.Find(rest) : null;
        }

        bool isEmpty = segments[0].Length == 0;
        found ??= isEmpty ? null : _placeholder?.Find(rest);

        return found ?? (isEmpty && !_restMayBeEmpty ? null : AnyOf(_restEnds));
    }

    private static Dictionary<HttpMethod, Operation>? AnyOf(Dictionary<HttpMethod, Operation> ends) => ends.Count > 0 ? ends : null;

    private OperationTrie Child(PathSegment segment)
    {
        if (segment.Literal is string literal)
        {
            return _literals.TryGetValue(literal, out OperationTrie? known) ? known : _literals[literal] = new();
        }

        if (segment.IsPlaceholder)
        {
            return _placeholder ??= new();
        }

        foreach ((PathSegment known, OperationTrie knownNext) in _mixed)
        {
            if (string.Equals(known.Text, segment.Text, StringComparison.Ordinal))
            {
                return knownNext;
            }
        }

        OperationTrie next = new();
        _mixed.Add((segment, next));

        return next;
    }
}
