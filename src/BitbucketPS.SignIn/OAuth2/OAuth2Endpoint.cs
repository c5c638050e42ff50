using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using BitbucketPS.OAuth2;
using BitbucketPS.Signing;
using Duende.IdentityModel;
using Duende.IdentityModel.Client;

namespace BitbucketPS.SignIn.OAuth2;

/// <summary>The OAuth 2 endpoints of a server; Duende.IdentityModel writes and reads the messages.</summary>
internal sealed class OAuth2Endpoint : IOAuth2Endpoint
{
    // Bitbucket's own, for tokens of the protocol it gave up.
    private const string OAuth1Grant = "urn:bitbucket:oauth1:access_token";
    private const string OAuth1Parameter = "oauth1_access_token";

    // 256 bits: 43 characters, within the 43 to 128 of RFC 7636 section 4.1.
    private const int RandomBytes = 32;

    private readonly OAuth2EndpointOptions _options;
    private readonly Uri _tokenAddress;
    private readonly OAuth2AnswerReader _reader;

    public OAuth2Endpoint(OAuth2EndpointOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Credential.RequireSafeAddress(options.SiteUri);
        if (string.IsNullOrWhiteSpace(options.ConsumerKey) || string.IsNullOrEmpty(options.ConsumerSecret))
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, "An OAuth 2 consumer has a key and a secret; one of them is empty.")
            {
                RecommendedAction = "Pass both with -Consumer: the user name is the key, the password is the secret.",
            };
        }

        _options = options;
        _tokenAddress = Http.ServerAddress.Below(options.SiteUri, "/site/oauth2/access_token");
        _reader = new(options, _tokenAddress);
    }

    /// <inheritdoc />
    public OAuth2AuthorizationPage CreateAuthorizationPage(Uri callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        string state = Random();
        string verifier = Random();
        string challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        string address = new RequestUrl(Http.ServerAddress.Below(_options.SiteUri, "/site/oauth2/authorize").AbsoluteUri).CreateAuthorizeUrl(
            clientId: _options.ConsumerKey,
            responseType: OidcConstants.ResponseTypes.Code,
            scope: Scope,
            redirectUri: callback.OriginalString,
            state: state,
            codeChallenge: challenge,
            codeChallengeMethod: OidcConstants.CodeChallengeMethods.Sha256);
        return new() { Address = new(address), CallbackUri = callback, State = state, CodeVerifier = verifier };
    }

    /// <inheritdoc />
    public Task<OAuth2Token> ExchangeCodeAsync(OAuth2AuthorizationPage page, string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        AuthorizationCodeTokenRequest request = new()
        {
            Code = code,
            RedirectUri = page.CallbackUri.OriginalString,
            CodeVerifier = page.CodeVerifier,
        };
        return SendAsync(request, HttpClientTokenRequestExtensions.RequestAuthorizationCodeTokenAsync, [code, page.CodeVerifier], cancellationToken);
    }

    /// <inheritdoc />
    public Task<OAuth2Token> RequestClientCredentialsAsync(CancellationToken cancellationToken)
        => SendAsync(
            new ClientCredentialsTokenRequest { Scope = Scope! },
            HttpClientTokenRequestExtensions.RequestClientCredentialsTokenAsync,
            [],
            cancellationToken);

    /// <inheritdoc />
    public Task<OAuth2Token> RefreshAsync(string refreshToken, CancellationToken cancellationToken)
        => SendAsync(
            new RefreshTokenRequest { RefreshToken = refreshToken },
            HttpClientTokenRequestExtensions.RequestRefreshTokenAsync,
            [refreshToken],
            cancellationToken);

    /// <inheritdoc />
    public Task<OAuth2Token> ExchangeOAuth1TokenAsync(string oauth1AccessToken, CancellationToken cancellationToken)
        => SendAsync(
            new TokenRequest { GrantType = OAuth1Grant, Parameters = { { OAuth1Parameter, oauth1AccessToken } } },
            HttpClientTokenRequestExtensions.RequestTokenAsync,
            [oauth1AccessToken],
            cancellationToken);

    private string? Scope => _options.Scopes.Count == 0 ? null : string.Join(' ', _options.Scopes);

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    private async Task<OAuth2Token> SendAsync<TRequest>(
        TRequest request,
        Func<HttpMessageInvoker, TRequest, CancellationToken, Task<TokenResponse>> send,
        string[] secrets,
        CancellationToken cancellationToken)
        where TRequest : ProtocolRequest
    {
        using (request)
        {
            request.Address = _tokenAddress.AbsoluteUri;
            request.ClientId = _options.ConsumerKey;
            request.ClientSecret = _options.ConsumerSecret;
            request.ClientCredentialStyle = ClientCredentialStyle.AuthorizationHeader;
            using HttpMessageInvoker transport = new(new TokenTransport(_options.Transport, _options.TimeProvider), disposeHandler: true);
            using TokenResponse response = await send(transport, request, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return _reader.Read(response, secrets);
        }
    }
}
