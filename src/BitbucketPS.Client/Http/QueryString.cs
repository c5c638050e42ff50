using System.Text;

namespace BitbucketPS.Http;

/// <summary>Builds the query of an address; names without a value are left out.</summary>
internal sealed class QueryString
{
    /// <summary>The name of the parameter that says which fields to answer.</summary>
    public const string Fields = "fields";

    private readonly StringBuilder _text = new();

    /// <summary>Adds a parameter, percent-encoded, unless its value is null.</summary>
    public QueryString Add(string name, string? value)
    {
        if (value is not null)
        {
            _text.Append(_text.Length == 0 ? '?' : '&')
                .Append(Uri.EscapeDataString(name))
                .Append('=')
                .Append(Uri.EscapeDataString(value));
        }

        return this;
    }

    /// <summary>The parameters of an address as they stand there, such as <c>page=2</c>.</summary>
    public static string[] Pairs(Uri address) => address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The name of such a parameter.</summary>
    public static string NameOf(string pair) => pair.Split('=', 2)[0];

    /// <summary>An address without a parameter.</summary>
    public static Uri Without(Uri address, string name)
    {
        IEnumerable<string> left = Pairs(address).Where(pair => !string.Equals(NameOf(pair), name, StringComparison.Ordinal));
        return new UriBuilder(address) { Query = string.Join('&', left) }.Uri;
    }

    /// <summary>An address with those parameters of another one that it lacks.</summary>
    public static Uri WithMissing(Uri address, Uri source)
    {
        HashSet<string> present = [.. Pairs(address).Select(NameOf)];
        string[] missing = [.. Pairs(source).Where(pair => !present.Contains(NameOf(pair)))];
        return missing.Length == 0 ? address : new UriBuilder(address) { Query = string.Join('&', [.. Pairs(address), .. missing]) }.Uri;
    }

    /// <summary>The query with its question mark, or nothing.</summary>
    public override string ToString() => _text.ToString();
}
