namespace BitbucketPS.Sandbox;

/// <summary>
/// The request target as it came over the wire. Kestrel's own path is decoded in part and cannot be told
/// apart any more: it leaves <c>%2F</c> but turns <c>%252F</c> into it.
/// </summary>
/// <param name="Path">With its leading slash, still encoded.</param>
/// <param name="Query">Without the question mark, still encoded; empty if there is none.</param>
internal sealed record RequestTarget(string Path, string Query)
{
    // RFC 3986 section 3.3: what a path may hold as it is. Everything else has to be percent-encoded;
    // raw braces around a UUID in particular are a 400 of Bitbucket's too.
    private const string PathCharacters = "/-._~!$&'()*+,;=:@%";

    /// <summary>Splits a target of the form <c>/path?query</c>.</summary>
    public static RequestTarget Parse(string raw)
    {
        int question = raw.IndexOf('?', StringComparison.Ordinal);
        return question < 0 ? new(raw, "") : new(raw[..question], raw[(question + 1)..]);
    }

    /// <summary>Whether the path is one a careful client sends.</summary>
    public bool IsWellFormed => Path.StartsWith('/')
        && Path.All(value => char.IsAsciiLetterOrDigit(value) || PathCharacters.Contains(value, StringComparison.Ordinal));

    /// <summary>Whether it is the API's, of which the addresses that give OAuth 1.0a tokens are no part.</summary>
    public bool IsOfApi => Path.Split('/') is ["", "2.0", ..] or ["", "1.0", not "oauth", ..] or ["", "1.0"];

    /// <summary>As it came over the wire.</summary>
    public override string ToString() => Query.Length == 0 ? Path : $"{Path}?{Query}";

    /// <summary>The target without what OAuth 1.0a put into the query, so that no link repeats it.</summary>
    public RequestTarget WithoutProtocol()
        => this with { Query = string.Join('&', Query.Split('&').Where(pair => !IsProtocolPair(pair))) };

    /// <summary>Whether an access token stands in the query, where OAuth 2 had it once.</summary>
    public bool HasAccessToken() => Query.Split('&').Any(pair => NameOf(pair) is "access_token");

    /// <summary>The decoded name of a raw pair of a query; empty if it cannot be decoded.</summary>
    public static string NameOf(string pair)
        => PercentCoding.TryDecodeText(pair.Split('=')[0], plusIsSpace: true, out string? name) ? name : "";

    /// <summary>Whether a raw pair of a query is a protocol parameter of OAuth 1.0a.</summary>
    public static bool IsProtocolPair(string pair)
        => PercentCoding.TryDecodeText(pair, plusIsSpace: true, out string? text)
            && text.StartsWith("oauth_", StringComparison.Ordinal);
}
