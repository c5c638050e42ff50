using System.Net.Http.Headers;
using BitbucketPS.OAuth2;

namespace BitbucketPS.Signing;

/// <summary>Signs with an OAuth 2 token that is renewed before it ends and when it is refused (RFC 6750).</summary>
public sealed class OAuth2Signer : IRequestSigner
{
    private readonly OAuth2TokenSource _tokens;
    private readonly string? _consumerSecret;

    /// <summary>Signs with the tokens of a source.</summary>
    /// <param name="tokens">Where they come from.</param>
    /// <param name="consumerSecret">The consumer's secret, to be masked wherever it turns up; null for none.</param>
    public OAuth2Signer(OAuth2TokenSource tokens, string? consumerSecret = null)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        _tokens = tokens;
        _consumerSecret = consumerSecret;
    }

    /// <inheritdoc />
    public string CredentialKind => "OAuth2";

    /// <inheritdoc />
    public async ValueTask SignAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        Credential.RequireSafeAddress(request.RequestUri!);
        OAuth2Token token = await _tokens.GetAsync(cancellationToken).ConfigureAwait(false);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.RevealAccessToken());
    }

    /// <inheritdoc />
    public ValueTask<bool> RecoverAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.RequestMessage?.Headers.Authorization?.Parameter is { } refused
            ? _tokens.RecoverAsync(refused, cancellationToken)
            : ValueTask.FromResult(false);
    }

    /// <inheritdoc />
    public string Mask(string text)
    {
        // A request that was slow was signed with the one before.
        OAuth2Token?[] tokens = [_tokens.Current, _tokens.Previous];
        return new SecretMask([.. tokens.SelectMany(token => (string?[])[token?.RevealAccessToken(), token?.RevealRefreshToken()]), _consumerSecret]).Apply(text);
    }
}
