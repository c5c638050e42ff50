namespace BitbucketPS.Sandbox;

/// <summary>A signed request, taken apart.</summary>
internal sealed class OAuthRequest
{
    private const string Scheme = "OAuth";
    private readonly Dictionary<string, string> _protocol = new(StringComparer.Ordinal);

    private OAuthRequest(string baseString)
    {
        BaseString = baseString;
    }

    /// <summary>What its signature has to sign.</summary>
    public string BaseString { get; }

    /// <summary>The names of its protocol parameters.</summary>
    public IEnumerable<string> Names => _protocol.Keys;

    /// <summary>The value of a protocol parameter; empty if it is empty or not there.</summary>
    public string this[string name] => _protocol.GetValueOrDefault(name, "");

    /// <summary>Takes a request apart.</summary>
    /// <returns>Null if it carries nothing of OAuth 1.0a.</returns>
    /// <exception cref="OAuthProblemException">It cannot be read, or carries a protocol parameter twice.</exception>
    public static async Task<OAuthRequest?> ReadAsync(
        HttpRequest request, RequestTarget target, CancellationToken cancellationToken)
    {
        string form = request.HasFormContentTypeOnly() ? await request.ReadFormTextAsync(cancellationToken) : "";
        OAuthParameter[][] places =
        [
            [.. ParseAuthorization(request)],
            [.. OAuthParameter.ParseForm(form)],
            [.. OAuthParameter.ParseForm(target.Query)],
        ];
        OAuthParameter[] all = [.. places.SelectMany(place => place)];
        if (!all.Any(parameter => parameter.IsProtocol))
        {
            return null;
        }

        // RFC 5849 section 3.5: "using one and only one" of the places.
        if (places.Count(place => place.Any(parameter => parameter.IsProtocol)) > 1)
        {
            throw OAuthProblemException.Rejected(all.Where(p => p.IsProtocol).Select(p => p.EncodedName).Distinct(StringComparer.Ordinal));
        }

        string baseString = SignatureBaseString.Create(
            request.Method, request.Scheme, request.Host.Value ?? "", target.Path, all);
        OAuthRequest read = new(baseString);
        read.AddProtocol(all.Where(parameter => parameter.IsProtocol));
        return read;
    }

    private static IEnumerable<OAuthParameter> ParseAuthorization(HttpRequest request)
    {
        string header = request.Headers.Authorization.ToString();
        bool isOAuth = header.StartsWith(Scheme + " ", StringComparison.OrdinalIgnoreCase);
        return isOAuth ? OAuthParameter.ParseHeader(header[(Scheme.Length + 1)..]) : [];
    }

    private void AddProtocol(IEnumerable<OAuthParameter> parameters)
    {
        foreach (OAuthParameter parameter in parameters)
        {
            if (!_protocol.TryAdd(parameter.EncodedName, parameter.Value))
            {
                throw OAuthProblemException.Rejected(parameter.EncodedName);
            }
        }
    }
}
