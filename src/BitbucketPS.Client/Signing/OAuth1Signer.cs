using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace BitbucketPS.Signing;

/// <summary>
/// Signs with OAuth 1.0a (RFC 5849), all protocol parameters in the Authorization header (section 3.5.1).
/// Each attempt has its own nonce and timestamp.
/// </summary>
public sealed class OAuth1Signer : IRequestSigner
{
    private const string FormMediaType = "application/x-www-form-urlencoded";
    private const string NonceAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    // 24 of 62 characters are 142 bits. Some servers take only 20 to 30 letters and digits.
    private const int NonceLength = 24;

    // More than a report of a problem ever has.
    private const int LongestReport = 16 * 1024;

    private readonly OAuth1Credentials _credentials;
    private readonly OAuth1SignatureMethod _method;
    private readonly OAuth1Clock _clock;
    private readonly string? _realm;
    private readonly SecretMask _mask;

    /// <summary>Signs with credentials.</summary>
    /// <param name="credentials">The consumer, and the token if there is one.</param>
    /// <param name="method">How to sign; the RSA methods need a private key in the credentials.</param>
    /// <param name="timeProvider">The clock that timestamps come from; the system's by default.</param>
    /// <param name="realm">The <c>realm</c> of the header, for servers that ask for one; it is not signed.</param>
    /// <exception cref="BitbucketException">The method needs a private key and there is none, or the realm cannot be quoted.</exception>
    public OAuth1Signer(
        OAuth1Credentials credentials,
        OAuth1SignatureMethod method = OAuth1SignatureMethod.HmacSha1,
        TimeProvider? timeProvider = null,
        string? realm = null)
        : this(credentials, method, new OAuth1Clock(timeProvider ?? TimeProvider.System), realm)
    {
    }

    internal OAuth1Signer(OAuth1Credentials credentials, OAuth1SignatureMethod method, OAuth1Clock clock, string? realm)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        OAuth1Signature.RequireUsable(method, credentials);
        Credential.RequireQuotable(realm, "realm");
        _credentials = credentials;
        _method = method;
        _clock = clock;
        _realm = realm;
        _mask = new(credentials.RevealConsumerSecret(), credentials.RevealTokenSecret());
    }

    /// <inheritdoc />
    public string CredentialKind => "OAuth1";

    /// <inheritdoc />
    public ValueTask SignAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => SignAsync(request, [], cancellationToken);

    /// <summary>Signs one attempt that carries further protocol parameters.</summary>
    /// <param name="request">The request; its address and content are final.</param>
    /// <param name="protocolParameters">Such as <c>oauth_callback</c> or <c>oauth_verifier</c>, not encoded.</param>
    /// <param name="cancellationToken">Ends the reading of a form body.</param>
    /// <exception cref="BitbucketException">The address is plain http on another machine (<see cref="BitbucketErrorKind.InsecureAddress"/>).</exception>
    public async ValueTask SignAsync(
        HttpRequestMessage request,
        IEnumerable<KeyValuePair<string, string>> protocolParameters,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(protocolParameters);
        Uri address = request.RequestUri ?? throw new ArgumentException("The request has no address.", nameof(request));
        Credential.RequireSafeAddress(address);
        byte[] form = await FormBodyAsync(request.Content, cancellationToken).ConfigureAwait(false);
        List<KeyValuePair<string, string>> parameters = [.. OwnParameters(request), .. protocolParameters];
        string text = OAuth1BaseString.Create(request.Method.Method, address, parameters, form, request.Headers.Host);
        parameters.Add(new("oauth_signature", OAuth1Signature.Compute(_method, _credentials, text)));
        request.Headers.Authorization = new AuthenticationHeaderValue("OAuth", Header(parameters));
    }

    /// <inheritdoc />
    /// <remarks>
    /// A 401 whose Date header, or whose <c>oauth_acceptable_timestamps</c>, shows that this clock is off sets the clock
    /// of this signer. It answers true for attempts that were signed with the wrong time, and only for those.
    /// </remarks>
    public async ValueTask<bool> RecoverAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(response);
        string body = await ReportAsync(response.Content, cancellationToken).ConfigureAwait(false);
        return _clock.Learn(response, OAuth1Problem.Find(response.Headers, body));
    }

    /// <inheritdoc />
    public string Mask(string text) => _mask.Apply(text);

    private IEnumerable<KeyValuePair<string, string>> OwnParameters(HttpRequestMessage request)
    {
        yield return new("oauth_consumer_key", _credentials.ConsumerKey);
        if (_credentials.RevealToken() is string token)
        {
            yield return new("oauth_token", token);
        }

        yield return new("oauth_signature_method", _method.WireName());
        yield return new("oauth_timestamp", _clock.Timestamp(request).ToString(CultureInfo.InvariantCulture));
        yield return new("oauth_nonce", RandomNumberGenerator.GetString(NonceAlphabet, NonceLength));
        yield return new("oauth_version", "1.0");
    }

    private string Header(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        IEnumerable<string> pieces = parameters.Select(pair => $"{FormEncoding.Encode(pair.Key)}=\"{FormEncoding.Encode(pair.Value)}\"");
        return string.Join(", ", _realm is null ? pieces : pieces.Prepend($"realm=\"{_realm}\""));
    }

    // Section 3.4.1.3.1: the body counts only if it is a form, in one part.
    private static async ValueTask<byte[]> FormBodyAsync(HttpContent? content, CancellationToken cancellationToken)
        => IsForm(content) ? await content!.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false) : [];

    // Only what is a report and small is read here: whoever maps the error needs the body too, and reads it with a limit.
    private static async ValueTask<string> ReportAsync(HttpContent content, CancellationToken cancellationToken)
        => IsForm(content) && content.Headers.ContentLength <= LongestReport
            ? await content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false)
            : "";

    private static bool IsForm(HttpContent? content)
        => string.Equals(content?.Headers.ContentType?.MediaType, FormMediaType, StringComparison.OrdinalIgnoreCase);
}
