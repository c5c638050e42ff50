using System.Security.Cryptography;

namespace BitbucketPS.Sandbox;

/// <summary>The tokens that were issued, and every change of their state, one at a time.</summary>
internal sealed partial class TokenStore
{
    private static readonly TimeSpan s_requestTokenLifetime = TimeSpan.FromMinutes(10);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, RequestToken> _requestTokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AccessToken> _accessTokens = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;

    public TokenStore(TimeProvider clock)
    {
        _clock = clock;
    }

    /// <summary>Text nobody can guess.</summary>
    /// <param name="byteCount">How much of it is random; 16 and more cannot be guessed at all.</param>
    public static string RandomText(int byteCount) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(byteCount));

    public RequestToken Issue(ConsumerRegistration consumer, string? callback)
    {
        RequestToken token = new()
        {
            Token = RandomText(12),
            Secret = RandomText(24),
            Consumer = consumer,
            Callback = callback,
            ExpiresOn = _clock.GetUtcNow() + s_requestTokenLifetime,
            FormToken = RandomText(24),
            Verifier = RandomNumberGenerator.GetString("0123456789", 10), // a person may have to type it
        };
        lock (_lock)
        {
            _requestTokens.Add(token.Token, token);
        }

        return token;
    }

    public RequestToken? FindRequestToken(string token)
    {
        lock (_lock)
        {
            return _requestTokens.GetValueOrDefault(token);
        }
    }

    public AccessToken? FindAccessToken(string token)
    {
        lock (_lock)
        {
            return _accessTokens.GetValueOrDefault(token);
        }
    }

    /// <summary>Notes what the person decided.</summary>
    /// <returns>False if it was decided before.</returns>
    public bool TryDecide(RequestToken token, bool approve)
    {
        lock (_lock)
        {
            bool isPending = token.State == TokenState.Pending;
            if (isPending)
            {
                token.State = approve ? TokenState.Approved : TokenState.Denied;
            }

            return isPending;
        }
    }

    /// <summary>Turns an approved request token into an access token, once.</summary>
    /// <exception cref="OAuthProblemException">It cannot be exchanged; the problem says why.</exception>
    public AccessToken Exchange(RequestToken requestToken, string verifier, Account account)
    {
        lock (_lock)
        {
            RequireExchangeable(requestToken, verifier);
            requestToken.State = TokenState.Used;
            AccessToken token = new()
            {
                Token = RandomText(12),
                Secret = RandomText(24),
                Consumer = requestToken.Consumer,
                Account = account,
            };
            _accessTokens.Add(token.Token, token);
            _unsaved.Add(token.Token);
            return token;
        }
    }

    /// <summary>Ends all access tokens, as when the person removes the application from their account.</summary>
    public void RevokeAccessTokens()
    {
        lock (_lock)
        {
            foreach (AccessToken token in _accessTokens.Values)
            {
                token.IsRevoked = true;
                _unsaved.Add(token.Token);
            }
        }
    }

    private void RequireExchangeable(RequestToken token, string verifier)
    {
        string? problem = token.State switch
        {
            TokenState.Used => "token_used",
            TokenState.Denied => "permission_denied",
            _ when IsExpired(token) => "token_expired",
            TokenState.Pending => "permission_unknown",
            _ when !SecretText.AreEqual(token.Verifier, verifier) => "verifier_invalid",
            _ => null,
        };
        if (problem is not null)
        {
            throw new OAuthProblemException(problem);
        }
    }

    private bool IsExpired(RequestToken token) => token.ExpiresOn <= _clock.GetUtcNow();
}
