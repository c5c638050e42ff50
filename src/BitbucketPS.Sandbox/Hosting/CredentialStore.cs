namespace BitbucketPS.Sandbox;

/// <summary>The credentials beside OAuth 1.0a: access tokens (Bearer) and the API token (Basic).</summary>
internal sealed class CredentialStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (DateTimeOffset ExpiresOn, IReadOnlyList<string> Scopes)> _accessTokens =
        new(StringComparer.Ordinal);

    private readonly TimeProvider _clock;
    private readonly Account _account;

    public CredentialStore(TimeProvider clock, Account account)
    {
        _clock = clock;
        _account = account;
        ApiToken = new(account.Email, "ATATT" + TokenStore.RandomText(24));
    }

    public SandboxApiToken ApiToken { get; }

    public required OAuth2TokenStore OAuth2 { get; init; }

    public string IssueAccessToken(TimeSpan lifetime, IReadOnlyList<string> scopes)
    {
        string token = "ATCTT" + TokenStore.RandomText(24);
        lock (_lock)
        {
            _accessTokens.Add(token, (_clock.GetUtcNow() + lifetime, scopes));
        }

        return token;
    }

    /// <summary>Whom a Bearer token acts as.</summary>
    /// <exception cref="ApiException">401 in Bitbucket's words.</exception>
    public Credential AuthenticateBearer(string token)
    {
        if (OAuth2.FindBearer(token) is { } credential)
        {
            return credential;
        }

        lock (_lock)
        {
            if (!_accessTokens.TryGetValue(token, out (DateTimeOffset ExpiresOn, IReadOnlyList<string> Scopes) found))
            {
                throw NotSupported();
            }

            return found.ExpiresOn > _clock.GetUtcNow()
                ? new(_account, "access_token", found.Scopes)
                : throw ApiErrors.Unauthorized("Access token expired. Use your refresh token to obtain a new access token.");
        }
    }

    /// <summary>Whom an e-mail address and an API token act as.</summary>
    /// <exception cref="ApiException">401 in Bitbucket's words.</exception>
    public Credential AuthenticateBasic(string email, string token)
        => string.Equals(email, ApiToken.Email, StringComparison.OrdinalIgnoreCase)
            && SecretText.AreEqual(ApiToken.Token, token)
            ? new(_account, "api_token", Scopes.All)
            : throw NotSupported();

    /// <summary>The answer to any credential that is none.</summary>
    public static ApiException NotSupported()
        => ApiErrors.Unauthorized("Token is invalid, expired, or not supported for this endpoint.");
}
