using BitbucketPS.Signing;

namespace BitbucketPS.Authorization;

/// <summary>The query parameters that a callback came with. Shows names only: values may be secrets.</summary>
public sealed class CallbackParameters
{
    private readonly ILookup<string, string> _values;

    internal CallbackParameters(string query)
    {
        _values = FormEncoding.ParseText(query).ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
    }

    /// <summary>The names of the parameters, in order, each once.</summary>
    public IReadOnlyList<string> Names => [.. _values.Select(group => group.Key)];

    /// <summary>The value of a parameter; null where it is missing, empty, or there more than once and so says nothing.</summary>
    /// <param name="name">The name, exactly.</param>
    public string? Find(string name)
        => _values[name].Take(2).ToArray() is [{ Length: > 0 } value] ? value : null;

    /// <summary>Says which parameters there are, not what they hold.</summary>
    public override string ToString() => Names.Count == 0 ? "no parameters" : string.Join(", ", Names);
}
