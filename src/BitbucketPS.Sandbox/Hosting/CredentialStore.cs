namespace BitbucketPS.Sandbox;

/// <summary>The credentials beside OAuth 1.0a: access tokens (Bearer) and API tokens (Basic).</summary>
internal sealed class CredentialStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, IssuedToken> _tokens = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;

    public CredentialStore(TimeProvider clock)
    {
        _clock = clock;
    }

    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>The access tokens of OAuth 2.</summary>
    public required OAuth2TokenStore OAuth2 { get; init; }

    /// <summary>Makes a token that stands for a credential.</summary>
    public string Issue(Credential credential, TimeSpan lifetime)
    {
        string token = credential.Type is CredentialTypes.ApiToken ? NewApiToken() : "ATCTT3x" + TokenStore.RandomText(24);
        Set(token, new(credential, Now + lifetime));
        return token;
    }

    /// <summary>The text of a new API token.</summary>
    public static string NewApiToken() => "ATATT3x" + TokenStore.RandomText(24);

    /// <summary>Lets a token stand for a credential.</summary>
    public void Set(string token, IssuedToken issued)
    {
        lock (_lock)
        {
            _tokens[token] = issued;
        }
    }

    /// <summary>Ends a token at once; false if there is no such token any more.</summary>
    public bool Revoke(string token)
    {
        lock (_lock)
        {
            return _tokens.Remove(token);
        }
    }

    /// <summary>What a Bearer token stands for.</summary>
    /// <exception cref="ApiException">401 in Bitbucket's words.</exception>
    public Credential AuthenticateBearer(string token)
        => OAuth2.FindBearer(token) ?? (Find(token) is { Credential.Type: not CredentialTypes.ApiToken } issued
            ? issued.At(Now)
            : throw NotSupported());

    /// <summary>What an e-mail address and an API token stand for.</summary>
    /// <exception cref="ApiException">401 in Bitbucket's words.</exception>
    public Credential AuthenticateBasic(string email, string token)
    {
        Credential credential = AuthenticateApiToken(token);
        return string.Equals(email, credential.Account.Email, StringComparison.OrdinalIgnoreCase)
            ? credential
            : throw NotSupported();
    }

    /// <summary>What an API token stands for, whatever name it comes with.</summary>
    /// <exception cref="ApiException">401 in Bitbucket's words.</exception>
    public Credential AuthenticateApiToken(string token)
        => Find(token) is { Credential.Type: CredentialTypes.ApiToken } issued
            ? issued.At(Now)
            : throw NotSupported();

    /// <summary>The answer to any credential that is none.</summary>
    public static ApiException NotSupported()
        => ApiErrors.Unauthorized("Token is invalid, expired, or not supported for this endpoint.");

    private IssuedToken? Find(string token)
    {
        lock (_lock)
        {
            return _tokens.GetValueOrDefault(token);
        }
    }
}
