using BitbucketPS.Authorization;
using BitbucketPS.Signing;

namespace BitbucketPS.OAuth2;

/// <summary>
/// Signs a person in with OAuth 2, the authorization code grant (RFC 6749 section 4.1, RFC 8252 for a program on the person's
/// machine, RFC 7636 for the proof that the code is ours). Nothing is kept anywhere; who starts it gets tokens or an error.
/// </summary>
public sealed class OAuth2Authorization
{
    private readonly ApprovalOptions _options;
    private readonly IOAuth2Endpoint _endpoint;

    /// <summary>Prepares a sign-in. Nothing is sent yet.</summary>
    /// <param name="options">How the person is asked.</param>
    /// <param name="endpoint">Where the tokens come from.</param>
    /// <exception cref="BitbucketException">The callback can neither be listened on nor asked for, or the time is none.</exception>
    public OAuth2Authorization(ApprovalOptions options, IOAuth2Endpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(endpoint);
        options.RequireUsable(allowsOutOfBand: false);
        _options = options;
        _endpoint = endpoint;
    }

    /// <summary>
    /// The callback to register with a consumer. A fixed port, since Bitbucket wants the registered address exactly; one below
    /// those that systems give to outgoing connections.
    /// </summary>
    public static Uri DefaultCallbackUri { get; } = new("http://127.0.0.1:28186/callback");

    /// <summary>Signs in.</summary>
    /// <param name="cancellationToken">Stops the sign-in at once; the listener is closed then as in every other case.</param>
    /// <returns>The tokens.</returns>
    /// <exception cref="BitbucketSignInException">
    /// It came to nothing: CallbackPortInUse, AuthorizationDenied, AuthorizationTimeout, BrowserFailed, and where the person is
    /// asked for the address, CallbackInvalid and CallbackMismatch; else as <see cref="IOAuth2Endpoint"/> says.
    /// </exception>
    public async Task<OAuth2Token> SignInAsync(CancellationToken cancellationToken)
    {
        ApprovalWait wait = ApprovalWait.Start(_options);
        await using (wait.ConfigureAwait(false))
        {
            OAuth2AuthorizationPage page = _endpoint.CreateAuthorizationPage(new Uri(wait.Callback));
            string code = await wait.RunAsync(page.Address, new OAuth2Judge(page.State), cancellationToken).ConfigureAwait(false);
            Report(SignInStepKind.CodeReceived, page);
            OAuth2Token token = await _endpoint.ExchangeCodeAsync(page, code, cancellationToken).ConfigureAwait(false);
            Report(SignInStepKind.AccessTokenReceived, page);
            return token;
        }
    }

    private void Report(SignInStepKind kind, OAuth2AuthorizationPage page)
        => _options.Progress?.Report(new(kind, new Uri(page.Address.GetLeftPart(UriPartial.Path))));
}
