namespace BitbucketPS.Sandbox;

/// <summary>The query of an API request: each name once, each value decoded once.</summary>
internal sealed class QueryParameters
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private QueryParameters(string raw)
    {
        Raw = raw;
    }

    /// <summary>As it came.</summary>
    public string Raw { get; }

    /// <summary>The names that occur.</summary>
    public IEnumerable<string> Names => _values.Keys;

    /// <summary>The value of a parameter, or null if it is not there.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Reads a query.</summary>
    /// <exception cref="ApiException">400 for a name that comes twice, or what is no percent-encoded UTF-8.</exception>
    public static QueryParameters Parse(string raw)
    {
        QueryParameters query = new(raw);
        foreach (string pair in raw.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            string name = Decode(equals < 0 ? pair : pair[..equals]);
            string value = equals < 0 ? "" : Decode(pair[(equals + 1)..]);
            if (!query._values.TryAdd(name, value))
            {
                throw ApiErrors.BadField(name, "This parameter may be given only once.");
            }
        }

        return query;
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
