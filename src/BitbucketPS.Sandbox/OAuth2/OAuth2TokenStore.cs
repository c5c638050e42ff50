using System.Security.Cryptography;

namespace BitbucketPS.Sandbox;

/// <summary>The tokens of OAuth 2 that were issued, every change of their state one at a time.</summary>
internal sealed partial class OAuth2TokenStore
{
    private const int RefreshMonths = 3;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static readonly TimeSpan s_grace = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, OAuth2AccessToken> _accessTokens = new(StringComparer.Ordinal);

    // By what is kept of them.
    private readonly Dictionary<string, OAuth2RefreshToken> _refreshTokens = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;
    private readonly int _length;

    public OAuth2TokenStore(TimeProvider clock, TimeSpan lifetime, int length)
    {
        _clock = clock;
        _length = length;
        Lifetime = lifetime;
    }

    /// <summary>How long an access token is good.</summary>
    public TimeSpan Lifetime { get; }

    /// <summary>Issues an access token, and a refresh token if the grant is one that can be refreshed.</summary>
    public OAuth2Tokens Issue(OAuth2Grant grant, IReadOnlyList<string> scopes, bool isRefreshable)
    {
        lock (_lock)
        {
            return Add(grant, scopes, isRefreshable);
        }
    }

    /// <summary>
    /// Gives a fresh pair for a refresh token. The old one stays good for ten minutes from its first use
    /// on, for a client that lost the answer or refreshes twice at a time.
    /// </summary>
    /// <param name="refreshToken">As it came.</param>
    /// <param name="asked">The scopes that came with it, if any.</param>
    /// <exception cref="OAuth2Exception">It is none any more, or a scope is not in its grant.</exception>
    public OAuth2Tokens Refresh(string refreshToken, string? asked)
    {
        lock (_lock)
        {
            DateTimeOffset now = _clock.GetUtcNow();
            string hash = KeptRefreshToken.HashOf(refreshToken);
            if (!_refreshTokens.TryGetValue(hash, out OAuth2RefreshToken? found)
                || found.Grant.IsRevoked
                || found.ExpiresOn <= now)
            {
                throw OAuth2Exception.InvalidRequest("Invalid refresh_token");
            }

            if (!OAuth2Scopes.TryNarrow(found.Grant.Scopes, asked, out IReadOnlyList<string>? scopes))
            {
                throw OAuth2Exception.InvalidScope();
            }

            found.ExpiresOn = found.IsUsed ? found.ExpiresOn : now + s_grace;
            found.IsUsed = true;
            _unsaved.Add(hash);
            return Add(found.Grant, scopes, isRefreshable: true);
        }
    }

    /// <summary>Whom an access token acts as, or null if it is none of these.</summary>
    /// <exception cref="ApiException">401 if it has expired.</exception>
    public Credential? FindBearer(string token)
    {
        lock (_lock)
        {
            if (!_accessTokens.TryGetValue(token, out OAuth2AccessToken? found) || found.Grant.IsRevoked)
            {
                return null;
            }

            return found.ExpiresOn > _clock.GetUtcNow()
                ? new(found.Grant.Account, CredentialTypes.OAuth2, found.Scopes)
                : throw ApiErrors.Unauthorized("Access token expired. Use your refresh token to obtain a new access token.");
        }
    }

    /// <summary>Ends everything that follows from a grant.</summary>
    public void Revoke(OAuth2Grant grant)
    {
        lock (_lock)
        {
            grant.IsRevoked = true;
            _unsaved.UnionWith(_refreshTokens.Where(token => token.Value.Grant == grant).Select(token => token.Key));
        }
    }

    /// <summary>Ends all tokens, as when the person removes the application from their account.</summary>
    public void RevokeAll()
    {
        lock (_lock)
        {
            _unsaved.UnionWith(_refreshTokens.Keys);
            _accessTokens.Clear();
            _refreshTokens.Clear();
        }
    }

    /// <summary>Lets all access tokens expire now; refresh tokens stay as they are.</summary>
    public void ExpireAccessTokens()
    {
        lock (_lock)
        {
            DateTimeOffset now = _clock.GetUtcNow();
            foreach (OAuth2AccessToken token in _accessTokens.Values.Where(token => token.ExpiresOn > now))
            {
                token.ExpiresOn = now;
            }
        }
    }

    private OAuth2Tokens Add(OAuth2Grant grant, IReadOnlyList<string> scopes, bool isRefreshable)
    {
        DateTimeOffset now = _clock.GetUtcNow();
        OAuth2Tokens tokens = new(RandomText(), isRefreshable ? RandomText() : null, scopes);
        _accessTokens.Add(tokens.AccessToken, new(grant, scopes) { ExpiresOn = now + Lifetime });
        if (tokens.RefreshToken is not null)
        {
            string hash = KeptRefreshToken.HashOf(tokens.RefreshToken);
            _refreshTokens.Add(hash, new(grant) { ExpiresOn = now.AddMonths(RefreshMonths) });
            _unsaved.Add(hash);
        }

        return tokens;
    }

    private string RandomText() => RandomNumberGenerator.GetString(Alphabet, _length);
}
