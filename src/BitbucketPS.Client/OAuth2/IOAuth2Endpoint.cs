using BitbucketPS.Signing;

namespace BitbucketPS.OAuth2;

/// <summary>
/// The OAuth 2 endpoints of a server (RFC 6749 section 3) for one consumer. Every failure is a
/// <see cref="BitbucketSignInException"/>: of kind TokenRefused where the server refuses for good; ConnectionFailed,
/// ConnectionBroken, Timeout, RateLimited, ServerError, Unauthorized (a lone 401) or UnexpectedResponse where another try may do.
/// </summary>
public interface IOAuth2Endpoint
{
    /// <summary>Prepares the authorisation page of one sign-in, with a state and a PKCE challenge of its own.</summary>
    /// <param name="callback">Where the server sends the person afterwards: exactly as it is registered with the consumer.</param>
    OAuth2AuthorizationPage CreateAuthorizationPage(Uri callback);

    /// <summary>Exchanges the code that the callback brought (RFC 6749 section 4.1.3).</summary>
    /// <param name="page">The page that it came from.</param>
    /// <param name="code">The code.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    Task<OAuth2Token> ExchangeCodeAsync(OAuth2AuthorizationPage page, string code, CancellationToken cancellationToken);

    /// <summary>Asks for a token of the consumer's own (RFC 6749 section 4.4).</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    Task<OAuth2Token> RequestClientCredentialsAsync(CancellationToken cancellationToken);

    /// <summary>Asks for new tokens (RFC 6749 section 6). The answer has no refresh token where the old one goes on.</summary>
    /// <param name="refreshToken">The refresh token.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    Task<OAuth2Token> RefreshAsync(string refreshToken, CancellationToken cancellationToken);

    /// <summary>Swaps an access token of OAuth 1 (Bitbucket's own grant <c>urn:bitbucket:oauth1:access_token</c>); legacy.</summary>
    /// <param name="oauth1AccessToken">The token of OAuth 1, without its secret.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    Task<OAuth2Token> ExchangeOAuth1TokenAsync(string oauth1AccessToken, CancellationToken cancellationToken);
}
