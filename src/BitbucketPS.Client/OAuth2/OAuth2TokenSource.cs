using BitbucketPS.Signing;

namespace BitbucketPS.OAuth2;

/// <summary>
/// Has an OAuth 2 token that is good, as long as the server gives one: renews it before it ends and when it is refused. However
/// many requests wait for it, it is renewed once; no caller that gives up takes the others' renewal with it.
/// </summary>
public sealed class OAuth2TokenSource
{
    // A clock that is off, a long upload: some time before the end is early enough. A tenth of a short life, not all of it.
    private static readonly TimeSpan s_longestLead = TimeSpan.FromMinutes(5);
    private const double LeadShare = 0.1;

    // As long as the old token is good, a server that fails is not asked at every request.
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(30);

    private readonly object _lock = new();
    private readonly OAuth2TokenSourceOptions _options;
    private readonly OAuth2Renewal _renewal;
    private OAuth2Token _current;
    private OAuth2Token? _previous;
    private Task<OAuth2Token>? _flight;
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private DateTimeOffset _trustedUntil = DateTimeOffset.MinValue;

    /// <summary>Starts with a token.</summary>
    /// <param name="token">The token as it is now.</param>
    /// <param name="options">How it is renewed.</param>
    public OAuth2TokenSource(OAuth2Token token, OAuth2TokenSourceOptions options)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(options);
        _current = token;
        _options = options;
        _renewal = new(options);
    }

    /// <summary>The token of the moment, good or not.</summary>
    public OAuth2Token Current
    {
        get
        {
            lock (_lock)
            {
                return _current;
            }
        }
    }

    /// <summary>The token before it, which is good for a while still; null where there was none.</summary>
    public OAuth2Token? Previous
    {
        get
        {
            lock (_lock)
            {
                return _previous;
            }
        }
    }

    private DateTimeOffset Now => _options.TimeProvider.GetUtcNow();

    /// <summary>Keeps the token of the moment, and all that follow, where other processes find them too: it was saved there just now.</summary>
    /// <param name="store">Where.</param>
    public void KeepIn(IOAuth2TokenStore store) => _renewal.KeepIn(store);

    /// <summary>Ends once no renewal is under way; never fails.</summary>
    public Task WhenIdle()
    {
        lock (_lock)
        {
            return _flight?.ContinueWith(
                static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default)
                ?? Task.CompletedTask;
        }
    }

    /// <summary>Whether it is time to renew a token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="now">The time.</param>
    public static bool IsDue(OAuth2Token token, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (token.ExpiresOn is not { } end)
        {
            return false;
        }

        TimeSpan lead = (end - token.IssuedOn) * LeadShare;
        return now >= end - (lead < s_longestLead ? lead : s_longestLead);
    }

    /// <summary>A token to sign with, renewed first if it is about to end.</summary>
    /// <param name="cancellationToken">Ends the wait of this caller; a renewal that has begun goes on.</param>
    /// <exception cref="BitbucketException">
    /// The token has ended and cannot be renewed: for good (SignInExpired), or now (as <see cref="IOAuth2Endpoint"/> says;
    /// the next call tries again).
    /// </exception>
    public async ValueTask<OAuth2Token> GetAsync(CancellationToken cancellationToken)
    {
        OAuth2Token current = Current;
        DateTimeOffset now = Now;
        if (!IsDue(current, now))
        {
            return current;
        }

        bool isOver = current.ExpiresOn <= now;
        if (!isOver && now < NotBefore())
        {
            return current;
        }

        try
        {
            return await RenewAsync(current).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (BitbucketException) when (!isOver)
        {
            return current;
        }
    }

    /// <summary>Takes note that the server refused a token, and gets a newer one.</summary>
    /// <param name="refused">The access token that was refused.</param>
    /// <param name="cancellationToken">Ends the wait of this caller.</param>
    /// <returns>True if there is another token now; false where a new one was refused as well, so that one more would not help.</returns>
    /// <exception cref="BitbucketException">It cannot be renewed, as with <see cref="GetAsync"/>.</exception>
    public async ValueTask<bool> RecoverAsync(string refused, CancellationToken cancellationToken)
    {
        OAuth2Token current = Current;
        if (!string.Equals(current.RevealAccessToken(), refused, StringComparison.Ordinal))
        {
            return true;
        }

        if (!_renewal.IsPossible(current) || IsFreshlyRecovered())
        {
            return false;
        }

        OAuth2Token token = await RenewAsync(current).WaitAsync(cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            _trustedUntil = Now + s_pause;
        }

        return !token.HasSameAccessToken(current);
    }

    private DateTimeOffset NotBefore()
    {
        lock (_lock)
        {
            return _notBefore;
        }
    }

    // A server that refuses what it just gave will refuse the next one too; without this each request would cost a renewal.
    private bool IsFreshlyRecovered()
    {
        lock (_lock)
        {
            return Now < _trustedUntil;
        }
    }

    private Task<OAuth2Token> RenewAsync(OAuth2Token stale)
    {
        lock (_lock)
        {
            if (!_current.HasSameAccessToken(stale))
            {
                return Task.FromResult(_current);
            }

            if (_flight is null)
            {
                // Not the caller's own task: whoever stops waiting must not stop it, since the server may have given the new
                // token already, and it has to be kept.
                _flight = Task.Run(() => FlyAsync(stale));
                _ = _flight.ContinueWith(
                    static flight => flight.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            }

            return _flight;
        }
    }

    private async Task<OAuth2Token> FlyAsync(OAuth2Token stale)
    {
        try
        {
            OAuth2Token token = await _renewal.RunAsync(stale).ConfigureAwait(false);
            lock (_lock)
            {
                _previous = _current;
                _current = token;
            }

            return token;
        }
        finally
        {
            lock (_lock)
            {
                _flight = null;
                _notBefore = Now + s_pause;
            }
        }
    }
}
