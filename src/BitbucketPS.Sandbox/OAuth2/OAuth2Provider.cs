namespace BitbucketPS.Sandbox;

/// <summary>The rules of the grants: who gets tokens for what.</summary>
internal sealed class OAuth2Provider
{
    private readonly TokenStore _oauth1;

    public OAuth2Provider(TimeProvider clock, OAuthProvider oauth1, OAuth2TokenStore tokens)
    {
        _oauth1 = oauth1.Tokens;
        Consumer = oauth1.Consumer;
        Tokens = tokens;
        Codes = new(clock, tokens);
    }

    public ConsumerRegistration Consumer { get; }

    public OAuth2TokenStore Tokens { get; }

    public AuthorisationCodeStore Codes { get; }

    /// <summary>What answers call the scopes of a token: since May 2026 <c>scope</c>.</summary>
    public string ScopeKey { get; init; } = "scope";

    /// <summary>Ends everything that was given, codes included.</summary>
    public void RevokeAll()
    {
        Codes.RevokeAll();
        Tokens.RevokeAll();
    }

    /// <summary>Whether there is such a grant. The implicit and the password grant are gone, the JWT one is for add-ons.</summary>
    public static bool IsKnown(string? grantType)
        => grantType is OAuth2GrantType.Code or OAuth2GrantType.Client or OAuth2GrantType.Refresh or OAuth2GrantType.OAuth1;

    /// <summary>Gives tokens.</summary>
    /// <param name="grantType">A known one.</param>
    /// <param name="consumer">Who asks, and has proved it.</param>
    /// <param name="form">What it sends.</param>
    /// <exception cref="OAuth2Exception">It gets none.</exception>
    public OAuth2Tokens Give(string grantType, ConsumerRegistration consumer, QueryParameters form) => grantType switch
    {
        OAuth2GrantType.Code => ForCode(consumer, form),
        OAuth2GrantType.Client => ForClient(consumer, form),
        OAuth2GrantType.Refresh => Tokens.Refresh(Require(form, "refresh_token"), form["scope"]),
        _ => ForOAuth1(consumer, form),
    };

    private static string Require(QueryParameters form, string name)
        => form[name] is { Length: > 0 } value
            ? value
            : throw OAuth2Exception.InvalidRequest($"Missing required parameter: {name}");

    private OAuth2Tokens ForCode(ConsumerRegistration consumer, QueryParameters form)
    {
        OAuth2Grant grant = Codes.Redeem(Require(form, "code"), consumer, form["redirect_uri"], form["code_verifier"]);
        return Tokens.Issue(grant, grant.Scopes, isRefreshable: true);
    }

    private OAuth2Tokens ForClient(ConsumerRegistration consumer, QueryParameters form)
    {
        RequireCallback(consumer);
        if (!consumer.IsPrivate)
        {
            throw OAuth2Exception.InvalidGrant(
                "Cannot use client_credentials with a consumer marked as \"public\". "
                + "Calls for auto generated consumers should use urn:bitbucket:oauth2:jwt instead.");
        }

        return OAuth2Scopes.TryNarrow(consumer.Scopes, form["scope"], out IReadOnlyList<string>? scopes)
            ? Tokens.Issue(new(consumer.AppUser, scopes), scopes, isRefreshable: false)
            : throw OAuth2Exception.InvalidScope();
    }

    private OAuth2Tokens ForOAuth1(ConsumerRegistration consumer, QueryParameters form)
    {
        RequireCallback(consumer);
        AccessToken? token = _oauth1.FindAccessToken(Require(form, "oauth1_access_token"));
        if (token is null || token.IsRevoked || token.Consumer != consumer)
        {
            throw OAuth2Exception.InvalidGrant("Invalid oauth1_access_token");
        }

        // What the consumer has, but nothing that the person did not give when they approved the token.
        string[] scopes = [.. consumer.Scopes.Where(scope => Scopes.Allow(Scopes.All, scope))];
        return Tokens.Issue(new(token.Account, scopes), scopes, isRefreshable: true);
    }

    private static void RequireCallback(ConsumerRegistration consumer)
    {
        if (consumer.CallbackUri is null)
        {
            throw OAuth2Exception.NoCallback();
        }
    }
}
