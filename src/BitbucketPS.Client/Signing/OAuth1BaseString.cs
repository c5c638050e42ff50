using System.Globalization;
using System.Text;

namespace BitbucketPS.Signing;

/// <summary>
/// The signature base string of OAuth 1.0a (RFC 5849 section 3.4.1): the one text that client and server
/// both derive from a request. Public because it is what one compares when a server says <c>signature_invalid</c>.
/// </summary>
public static class OAuth1BaseString
{
    private const string Signature = "oauth_signature";

    /// <summary>Derives the base string of a request.</summary>
    /// <param name="method">The HTTP method, in any case.</param>
    /// <param name="address">The address that is sent: absolute, http or https.</param>
    /// <param name="protocolParameters">
    /// The parameters of the Authorization header, not encoded, without <c>realm</c>
    /// (section 3.4.1.3.1 leaves it out); <c>oauth_signature</c> is skipped.
    /// </param>
    /// <param name="formBody">The body, if and only if it is a single-part <c>application/x-www-form-urlencoded</c> one.</param>
    /// <param name="hostHeader">The Host header, where it is not the authority of the address.</param>
    /// <returns>Method, address and parameters, each percent-encoded, joined with <c>&amp;</c>. Holds no shared secret.</returns>
    public static string Create(
        string method,
        Uri address,
        IEnumerable<KeyValuePair<string, string>> protocolParameters,
        ReadOnlySpan<byte> formBody = default,
        string? hostHeader = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(method);
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(protocolParameters);
        string parameters = Normalize(
            [
                .. protocolParameters.Select(pair => (FormEncoding.Encode(pair.Key), FormEncoding.Encode(pair.Value))),
                .. Reencode(Encoding.UTF8.GetBytes(address.Query).AsSpan(address.Query.Length == 0 ? 0 : 1)),
                .. Reencode(formBody),
            ]);
        string resource = Resource(address, hostHeader);
        return $"{method.ToUpperInvariant()}&{FormEncoding.Encode(resource)}&{FormEncoding.Encode(parameters)}";
    }

    // Section 3.4.1.2. System.Uri has lower-cased scheme and host; the path stays as it is sent.
    private static string Resource(Uri address, string? hostHeader)
        => $"{address.Scheme}://{Authority(address, hostHeader)}{address.AbsolutePath}";

    private static string Authority(Uri address, string? hostHeader)
    {
        if (!string.IsNullOrEmpty(hostHeader))
        {
            string lower = hostHeader.ToLowerInvariant();
            string defaultPort = string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal) ? ":443" : ":80";
            return lower.EndsWith(defaultPort, StringComparison.Ordinal) ? lower[..^defaultPort.Length] : lower;
        }

        // The Host header carries the ASCII form of an international name; brackets only Host has.
        string host = address.HostNameType == UriHostNameType.IPv6 ? address.Host : address.IdnHost;
        return address.IsDefaultPort ? host : string.Create(CultureInfo.InvariantCulture, $"{host}:{address.Port}");
    }

    private static IEnumerable<(string Name, string Value)> Reencode(ReadOnlySpan<byte> form)
        => FormEncoding.Parse(form).Select(pair => (FormEncoding.Encode(pair.Key), FormEncoding.Encode(pair.Value)));

    // Section 3.4.1.3.2: sorted by encoded name, then by encoded value. Encoded texts are ASCII, so ordinal is byte order.
    private static string Normalize(IEnumerable<(string Name, string Value)> parameters)
        => string.Join('&', parameters
            .Where(pair => !string.Equals(pair.Name, Signature, StringComparison.Ordinal))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal)
            .ThenBy(pair => pair.Value, StringComparer.Ordinal)
            .Select(pair => $"{pair.Name}={pair.Value}"));
}
