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
        Deadline.Require(options.Timeout);
        RequireCallback(options);
        _options = options;
        _tokens = new(options);
    }

    /// <summary>Signs in.</summary>
    /// <param name="cancellationToken">Stops the sign-in at once; the listener is closed then as in every other case.</param>
    /// <returns>The consumer with its access token, ready to sign.</returns>
    /// <exception cref="BitbucketSignInException">
    /// It came to nothing. The kinds are TokenRefused, CallbackNotConfirmed, UnexpectedResponse, ConnectionFailed,
    /// ConnectionBroken, Timeout, RateLimited and ServerError from the token endpoints; CallbackPortInUse, CallbackInvalid,
    /// CallbackMismatch, AuthorizationDenied, AuthorizationTimeout and BrowserFailed from the part of the person.
    /// </exception>
    public async Task<OAuth1Credentials> SignInAsync(CancellationToken cancellationToken)
    {
        if (!LoopbackListener.CanListenOn(_options.CallbackUri))
        {
            return await RunAsync(_options.CallbackUri.OriginalString, AskAsync, cancellationToken).ConfigureAwait(false);
        }

        LoopbackListener listener = LoopbackListener.Start(_options.CallbackUri, _options.TimeProvider);
        await using (listener.ConfigureAwait(false))
        {
            return await RunAsync(
                    listener.CallbackUri.OriginalString,
                    (page, token, stop) => ListenAsync(listener, page, token, stop),
                    cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private async Task<OAuth1Credentials> RunAsync(
        string callback, Func<Uri, string, CancellationToken, Task<OAuth1Verdict>> answerAsync, CancellationToken cancellationToken)
    {
        OAuth1Credentials temporary = await _tokens.RequestTokenAsync(callback, cancellationToken).ConfigureAwait(false);
        Report(OAuth1StepKind.RequestTokenReceived, _tokens.Endpoint("request_token"));

        string requestToken = temporary.RevealToken()!;
        Uri page = new($"{_tokens.Endpoint("authenticate")}?oauth_token={FormEncoding.Encode(requestToken)}");
        Report(OAuth1StepKind.AuthorizationNeeded, page);
        OAuth1Verdict verdict = await answerAsync(page, requestToken, cancellationToken).ConfigureAwait(false);
        string verifier = verdict.VerifierOrThrow();
        Report(OAuth1StepKind.VerifierReceived, _tokens.Endpoint("authenticate"));

        OAuth1Credentials access = await _tokens.ExchangeAsync(temporary, verifier, cancellationToken).ConfigureAwait(false);
        Report(OAuth1StepKind.AccessTokenReceived, _tokens.Endpoint("access_token"));
        return access;
    }

    private async Task<OAuth1Verdict> ListenAsync(LoopbackListener listener, Uri page, string requestToken, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<CallbackParameters> callback = listener.WaitAsync(
            parameters => OAuth1Verdict.Of(parameters, requestToken).Page, _options.Timeout, stop.Token);
        await OpenMeanwhileAsync(page, callback, () => listener.HasCallback, stop).ConfigureAwait(false);
        return OAuth1Verdict.Of(await callback.ConfigureAwait(false), requestToken);
    }

    private async Task<OAuth1Verdict> AskAsync(Uri page, string requestToken, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<string> answer = Deadline.RunAsync(
            token => _options.Prompt!.AskAsync(page, token).WaitAsync(token), _options.Timeout, _options.TimeProvider, stop.Token);
        await OpenMeanwhileAsync(page, answer, () => answer.IsCompleted, stop).ConfigureAwait(false);
        return OAuth1Verdict.OfAnswer(await answer.ConfigureAwait(false), requestToken);
    }

    /// <summary>Opens the page while the answer is awaited; a browser that fails before it has come ends the wait.</summary>
    private async Task OpenMeanwhileAsync(Uri page, Task answer, Func<bool> hasAnswer, CancellationTokenSource stop)
    {
        Task<BitbucketException?> browser = OpenAsync(page, stop.Token);
        await Task.WhenAny(answer, browser).ConfigureAwait(false);
        if (answer.IsCompleted || await browser.ConfigureAwait(false) is not BitbucketException failure || hasAnswer())
        {
            return;
        }

        await stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAny(answer).ConfigureAwait(false);
        throw failure;
    }

    // On a thread of its own: a browser that blocks must not keep the listener from its deadline.
    private async Task<BitbucketException?> OpenAsync(Uri page, CancellationToken cancellationToken)
    {
        if (_options.Browser is not IBrowser browser)
        {
            return null;
        }

        try
        {
            await Task.Run(() => browser.OpenAsync(page, cancellationToken), cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (BitbucketException e)
        {
            return e;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private void Report(OAuth1StepKind kind, Uri address) => _options.Progress?.Report(new(kind, address));

    private static void RequireCallback(OAuth1AuthorizationOptions options)
    {
        Uri callback = options.CallbackUri;
        bool isOutOfBand = string.Equals(callback.OriginalString, "oob", StringComparison.Ordinal);
        if (!callback.IsAbsoluteUri && !isOutOfBand)
        {
            throw Refuse($"'{callback.OriginalString}' is no callback address: it is neither absolute nor 'oob'.");
        }

        if (!LoopbackListener.CanListenOn(callback) && options.Prompt is null)
        {
            throw Refuse($"Nothing here can listen on the callback '{callback.OriginalString}', and there is nobody to ask for the verifier.");
        }
    }

    private static BitbucketException Refuse(string message) => new(BitbucketErrorKind.InvalidArgument, message)
    {
        RecommendedAction = "Pass a -CallbackUri such as http://127.0.0.1:0/callback, where port 0 takes any free port.",
    };
}
