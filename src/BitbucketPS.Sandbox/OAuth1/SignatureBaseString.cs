namespace BitbucketPS.Sandbox;

/// <summary>What a client signs (RFC 5849 section 3.4.1).</summary>
internal static class SignatureBaseString
{
    /// <summary>Builds it.</summary>
    /// <param name="method">The request method.</param>
    /// <param name="scheme">http or https.</param>
    /// <param name="host">The Host header as it was sent.</param>
    /// <param name="path">The path as it was sent, still encoded.</param>
    /// <param name="parameters">All of them, except <c>realm</c>; <c>oauth_signature</c> is left out here.</param>
    public static string Create(
        string method, string scheme, string host, string path, IEnumerable<OAuthParameter> parameters)
    {
        string address = Address(scheme, host, path);
        return $"{method.ToUpperInvariant()}&{PercentCoding.Encode(address)}&{PercentCoding.Encode(Normalise(parameters))}";
    }

    // Section 3.4.1.2: scheme and host in lower case, the port only if it is not the scheme's own.
    private static string Address(string scheme, string host, string path)
    {
        string lowerScheme = scheme.ToLowerInvariant();
        string authority = host.ToLowerInvariant();
        string defaultPort = lowerScheme is "https" ? ":443" : ":80";
        if (authority.EndsWith(defaultPort, StringComparison.Ordinal))
        {
            authority = authority[..^defaultPort.Length];
        }

        return $"{lowerScheme}://{authority}{(path.Length == 0 ? "/" : path)}";
    }

    // Section 3.4.1.3.2: sorted by the bytes of the encoded name, then of the encoded value.
    private static string Normalise(IEnumerable<OAuthParameter> parameters)
        => string.Join(
            '&',
            parameters
                .Where(parameter => parameter.EncodedName is not "oauth_signature")
                .OrderBy(parameter => parameter.EncodedName, StringComparer.Ordinal)
                .ThenBy(parameter => parameter.EncodedValue, StringComparer.Ordinal)
                .Select(parameter => $"{parameter.EncodedName}={parameter.EncodedValue}"));
}
