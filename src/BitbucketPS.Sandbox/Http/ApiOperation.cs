namespace BitbucketPS.Sandbox;

/// <summary>An operation of the API as data.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Template">
/// Its path, as in the API description; a last <c>{name*}</c> takes the rest, slashes included.
/// </param>
/// <param name="Scopes">What a token needs.</param>
/// <param name="Handler">Answers it.</param>
internal sealed record ApiOperation(
    string Method, string Template, RequiredScopes Scopes, Func<ApiCall, Task<ApiAnswer>> Handler)
{
    private readonly string[] _segments = Template.Split('/');

    /// <summary>The names of the parameters it has of its own in the query.</summary>
    public IReadOnlyList<string> QueryNames { get; init; } = [];

    /// <summary>Whether it answers only to somebody, whatever the resource.</summary>
    public bool NeedsAccount { get; init; }

    /// <summary>Whether it has a parameter of this name in the query; all of API 2.0 have <c>fields</c>.</summary>
    public bool Understands(string name)
        => QueryNames.Contains(name, StringComparer.Ordinal)
            || (name is PartialAnswer.Parameter && Template.StartsWith("/2.0/", StringComparison.Ordinal));

    /// <summary>The encoded values of the placeholders, or null if the path is another one.</summary>
    public Dictionary<string, string>? Match(string path)
    {
        string[] segments = path.Split('/');
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        for (int i = 0; i < _segments.Length; i++)
        {
            string expected = _segments[i];
            if (i >= segments.Length)
            {
                return null;
            }

            if (expected.EndsWith("*}", StringComparison.Ordinal))
            {
                string rest = string.Join('/', segments[i..]);
                values[expected[1..^2]] = rest;
                return rest.Length > 0 ? values : null;
            }

            if (expected.StartsWith('{') && segments[i].Length > 0)
            {
                values[expected[1..^1]] = segments[i];
            }
            else if (!string.Equals(expected, segments[i], StringComparison.Ordinal))
            {
                return null;
            }
        }

        return segments.Length == _segments.Length ? values : null;
    }
}
