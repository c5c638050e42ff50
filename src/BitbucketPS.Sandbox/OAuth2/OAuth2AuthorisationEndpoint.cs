namespace BitbucketPS.Sandbox;

/// <summary>The page of OAuth 2: an application is approved or denied.</summary>
internal sealed class OAuth2AuthorisationEndpoint : QuestionEndpoint<AuthorisationRequest>
{
    public const string Path = "/site/oauth2/authorize";

    private const string Misconfigured = "This integration is misconfigured. Contact the vendor for assistance.";

    private readonly OAuth2Provider _provider;
    private readonly TimeProvider _clock;

    public OAuth2AuthorisationEndpoint(OAuth2Provider provider, TimeProvider clock)
        : base(clock)
    {
        _provider = provider;
        _clock = clock;
    }

    protected override string IdName => "request";

    protected override HtmlPage? Ask(HttpContext http, QueryParameters query)
    {
        HtmlPage? problem = CheckClient(query, out string callback);
        if (problem is not null)
        {
            return problem;
        }

        try
        {
            AuthorisationRequest request = Read(query, callback);
            _provider.Codes.Add(request);
            return AuthorisationPages.Ask(ToForm(request));
        }
        catch (OAuth2Exception e)
        {
            Redirect(http, callback, query["state"], ("error", e.Error), ("error_description", e.Message));
            return null;
        }
    }

    protected override AuthorisationRequest? Find(string id) => _provider.Codes.Find(id);

    protected override bool TryDecide(AuthorisationRequest question, bool approve) => _provider.Codes.TryAnswer(question);

    protected override HtmlPage? Follow(HttpContext http, AuthorisationRequest question, bool approve)
    {
        (string Name, string Value) outcome = approve ? ("code", _provider.Codes.Issue(question)) : ("error", "access_denied");
        Redirect(http, question.Callback, question.State, outcome);
        return null;
    }

    private static void Redirect(HttpContext http, string callback, string? state, params IEnumerable<(string Name, string Value)> outcome)
        => Redirect(http, CallbackAddress.Append(callback, state is null ? outcome : outcome.Append(("state", state))));

    /// <summary>Checks what must be right before anybody is sent anywhere, so that no stranger's address gets an answer.</summary>
    private HtmlPage? CheckClient(QueryParameters query, out string callback)
    {
        Uri? registered = _provider.Consumer.CallbackUri;
        callback = query["redirect_uri"] ?? registered?.AbsoluteUri ?? "";
        if (!string.Equals(query["client_id"], _provider.Consumer.Key, StringComparison.Ordinal))
        {
            return AuthorisationPages.Problem(400, "Invalid client_id", Misconfigured);
        }

        if (registered is null)
        {
            return AuthorisationPages.Problem(400, OAuth2Exception.NoCallbackText, Misconfigured);
        }

        return OAuth2Callback.Extends(registered, callback)
            ? null
            : AuthorisationPages.Problem(400, "Invalid redirect_uri", $"{Misconfigured} The address must begin with {registered.OriginalString}.");
    }

    private AuthorisationRequest Read(QueryParameters query, string callback)
    {
        if (query["response_type"] is not "code")
        {
            throw query["response_type"] is null
                ? OAuth2Exception.InvalidRequest("Missing required parameter: response_type")
                : new OAuth2Exception("unsupported_response_type", "The response_type must be code.");
        }

        return new()
        {
            ExpiresOn = _clock.GetUtcNow() + AuthorisationCodeStore.Lifetime,
            Consumer = _provider.Consumer,
            Scopes = OAuth2Scopes.TryNarrow(_provider.Consumer.Scopes, query["scope"], out IReadOnlyList<string>? scopes)
                ? scopes
                : throw OAuth2Exception.InvalidScope(),
            Callback = callback,
            SentCallback = query["redirect_uri"],
            State = query["state"],
            Challenge = ReadChallenge(query),
        };
    }

    // Without a method the RFC means plain, which protects from nobody who sees the address.
    private static string? ReadChallenge(QueryParameters query)
    {
        string? challenge = query["code_challenge"];
        string? method = query["code_challenge_method"];
        if (challenge is null && method is null)
        {
            return null;
        }

        return method is CodeChallenge.Method && challenge is not null && CodeChallenge.IsWellFormed(challenge)
            ? challenge
            : throw OAuth2Exception.InvalidRequest("The code_challenge must be a SHA-256 in base64url, and code_challenge_method S256.");
    }

    private ConsentForm ToForm(AuthorisationRequest request) => new()
    {
        Consumer = request.Consumer,
        Rights = OAuth2Scopes.Describe(request.Scopes),
        Action = Path,
        IdName = IdName,
        Id = request.Id,
        FormToken = request.FormToken,
        Callback = request.Callback,
    };
}
