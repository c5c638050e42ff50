namespace BitbucketPS.Sandbox;

/// <summary>Where a path leads.</summary>
/// <param name="Operations">What there is, by method.</param>
/// <param name="Values">The encoded values of the placeholders; by position in the template of each operation.</param>
internal sealed record RouteMatch(IReadOnlyDictionary<string, ApiOperation> Operations, IReadOnlyList<string> Values)
{
    /// <summary>The values by their names, which the operations of one path may call differently.</summary>
    public Dictionary<string, string> ValuesOf(ApiOperation operation)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        int next = 0;
        foreach (string segment in operation.Template.Split('/').Where(segment => segment.StartsWith('{')))
        {
            values[segment.Trim('{', '}').TrimEnd('*', '?')] = Values[next++];
        }

        return values;
    }
}
