using BitbucketPS.Signing;

namespace BitbucketPS.Authorization;

/// <summary>
/// Signs a person in with OAuth 1.0a, three-legged (RFC 5849 section 2): request token, authorisation page,
/// verifier, access token. Nothing is kept anywhere; who starts it gets the credentials or an error.
/// </summary>
public sealed class OAuth1Authorization
{
    private readonly OAuth1AuthorizationOptions _options;
    private readonly OAuth1TokenClient _tokens;

    /// <summary>Prepares a sign-in. Nothing is sent yet.</summary>
    /// <param name="options">What it needs to know.</param>
    /// <exception cref="BitbucketException">
    /// An option cannot be: a base address that is no https or loopback one, an RSA method without private key,
    /// a callback that can neither be listened on nor asked for.
    /// </exception>
    public OAuth1Authorization(OAuth1AuthorizationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Credential.RequireSafeAddress(options.BaseUri);
        OAuth1Signature.RequireUsable(options.SignatureMethod, options.Credentials);
        options.RequireUsable(allowsOutOfBand: true);
        _options = options;
        _tokens = new(options);
    }

    /// <summary>Signs in.</summary>
    /// <param name="cancellationToken">Stops the sign-in at once; the listener is closed then as in every other case.</param>
    /// <returns>The consumer with its access token, ready to sign.</returns>
    /// <exception cref="BitbucketSignInException">
    /// It came to nothing. The kinds are TokenRefused, CallbackNotConfirmed, UnexpectedResponse, ConnectionFailed,
    /// ConnectionBroken, Timeout, RateLimited and ServerError from the token endpoints; CallbackPortInUse,
    /// AuthorizationDenied, AuthorizationTimeout and BrowserFailed from the part of the person; and, where the person is asked
    /// for what the page showed, CallbackInvalid and CallbackMismatch.
    /// </exception>
    public async Task<OAuth1Credentials> SignInAsync(CancellationToken cancellationToken)
    {
        ApprovalWait wait = ApprovalWait.Start(_options);
        await using (wait.ConfigureAwait(false))
        {
            OAuth1Credentials temporary = await _tokens.RequestTokenAsync(wait.Callback, cancellationToken).ConfigureAwait(false);
            Report(SignInStepKind.RequestTokenReceived, "request_token");

            string requestToken = temporary.RevealToken()!;
            Uri page = new($"{_tokens.Endpoint("authenticate")}?oauth_token={FormEncoding.Encode(requestToken)}");
            string verifier = await wait.RunAsync(page, new OAuth1Judge(requestToken), cancellationToken).ConfigureAwait(false);
            Report(SignInStepKind.VerifierReceived, "authenticate");

            OAuth1Credentials access = await _tokens.ExchangeAsync(temporary, verifier, cancellationToken).ConfigureAwait(false);
            Report(SignInStepKind.AccessTokenReceived, "access_token");
            return access;
        }
    }

    private void Report(SignInStepKind kind, string endpoint) => _options.Progress?.Report(new(kind, _tokens.Endpoint(endpoint)));
}
