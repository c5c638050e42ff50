namespace BitbucketPS.Sandbox;

/// <summary>The query of an API request: each value decoded once.</summary>
internal sealed class QueryParameters
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    private QueryParameters(string raw)
    {
        Raw = raw;
    }

    /// <summary>As it came.</summary>
    public string Raw { get; }

    /// <summary>The names that occur.</summary>
    public IEnumerable<string> Names => _values.Keys;

    /// <summary>The value of a parameter, or null if it is not there.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name)?[0];

    /// <summary>All values of a parameter, in the order in which they came.</summary>
    public IReadOnlyList<string> All(string name) => _values.GetValueOrDefault(name) ?? [];

    /// <summary>Whether a parameter says yes; the other value if it is not there.</summary>
    public bool IsTrue(string name, bool otherwise = false) => this[name] is { } value ? value is "true" or "True" or "1" : otherwise;

    /// <summary>Reads a query.</summary>
    /// <exception cref="ApiException">400 for what is no percent-encoded UTF-8.</exception>
    public static QueryParameters Parse(string raw)
    {
        QueryParameters query = new(raw);
        foreach (string pair in raw.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            string name = Decode(equals < 0 ? pair : pair[..equals]);
            string value = equals < 0 ? "" : Decode(pair[(equals + 1)..]);
            if (!query._values.TryGetValue(name, out List<string>? values))
            {
                query._values.Add(name, values = []);
            }

            values.Add(value);
        }

        return query;
    }

    /// <summary>Reads a query or form in which no name may come twice.</summary>
    /// <exception cref="ApiException">400 for a name that does, or what is no percent-encoded UTF-8.</exception>
    public static QueryParameters ParseOnce(string raw)
    {
        QueryParameters query = Parse(raw);
        return query.Names.FirstOrDefault(name => query.All(name).Count > 1) is { } twice
            ? throw ApiErrors.BadField(twice, "This parameter may be given only once.")
            : query;
    }

    /// <summary>The pairs of a raw query whose name is not the given one, as they came.</summary>
    public IEnumerable<string> RawPairsWithout(string name)
        => Raw.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !string.Equals(pair.Split('=')[0], name, StringComparison.Ordinal));

    private static string Decode(string encoded)
        => PercentCoding.TryDecodeText(encoded, plusIsSpace: true, out string? text)
            ? text
            : throw new ApiException(400, $"The query is not valid percent-encoded UTF-8: {encoded}");
}
