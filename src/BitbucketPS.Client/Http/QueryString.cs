using System.Text;

namespace BitbucketPS.Http;

/// <summary>Builds the query of an address; names without a value are left out.</summary>
internal sealed class QueryString
{
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

    /// <summary>The query with its question mark, or nothing.</summary>
    public override string ToString() => _text.ToString();
}
