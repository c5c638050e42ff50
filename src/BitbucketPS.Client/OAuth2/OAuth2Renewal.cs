using BitbucketPS.Signing;

namespace BitbucketPS.OAuth2;

/// <summary>One renewal after the other: under the lock of the store, and kept there before anybody uses it.</summary>
internal sealed class OAuth2Renewal(OAuth2TokenSourceOptions options)
{
    // What the server gave and the store did not take. It is the only good refresh token there is.
    private OAuth2Token? _unsaved;

    // What the server refused for good; asking again with the same token would only be refused again, at every request.
    private (OAuth2Token Token, BitbucketSignInException Refusal)? _refused;

    private volatile IOAuth2TokenStore? _store = options.Store;

    /// <summary>Keeps what comes from here on.</summary>
    public void KeepIn(IOAuth2TokenStore store) => _store = store;

    /// <summary>Whether there is anything to renew a token with.</summary>
    public bool IsPossible(OAuth2Token token)
        => token.HasRefreshToken || options.GrantType == OAuth2GrantType.ClientCredentials || _store is not null;

    /// <summary>Renews a token, or takes the one that another process has renewed meanwhile. Never called twice at a time.</summary>
    /// <exception cref="BitbucketException">It cannot be renewed, or not be kept.</exception>
    public async Task<OAuth2Token> RunAsync(OAuth2Token stale)
    {
        if (_store is not { } store)
        {
            return await RequestAsync(stale).ConfigureAwait(false);
        }

        IAsyncDisposable hold = await store.LockAsync(CancellationToken.None).ConfigureAwait(false);
        await using (hold.ConfigureAwait(false))
        {
            OAuth2Token? kept = await store.ReadAsync(CancellationToken.None).ConfigureAwait(false);
            OAuth2Token newest = Newest(_unsaved ?? stale, kept);
            if (ReferenceEquals(newest, kept))
            {
                // Another process renewed it, and kept what it got.
                _unsaved = null;
            }

            bool isFresh = !newest.HasSameAccessToken(stale) && !OAuth2TokenSource.IsDue(newest, options.TimeProvider.GetUtcNow());
            OAuth2Token token = isFresh ? newest : await RequestAsync(newest).ConfigureAwait(false);
            if (!ReferenceEquals(token, kept))
            {
                await KeepAsync(store, token, isKept: kept is not null).ConfigureAwait(false);
            }

            return token;
        }
    }

    // What is kept may be older than what this process holds, such as a profile from a backup: its refresh token was used up long ago.
    private static OAuth2Token Newest(OAuth2Token ours, OAuth2Token? kept)
        => kept is not null && !kept.HasSameAccessToken(ours) && kept.IssuedOn >= ours.IssuedOn ? kept : ours;

    // A profile that was removed while a session used it stays removed; the session goes on in memory.
    private async Task KeepAsync(IOAuth2TokenStore store, OAuth2Token token, bool isKept)
    {
        if (isKept)
        {
            _unsaved = token;
            await store.WriteAsync(token, CancellationToken.None).ConfigureAwait(false);
        }

        _unsaved = null;
    }

    private async Task<OAuth2Token> RequestAsync(OAuth2Token token)
    {
        if (_refused is { } refused && refused.Token.HasSameAccessToken(token))
        {
            throw Over(refused.Refusal.Message, refused.Refusal.Problem, refused.Refusal);
        }

        try
        {
            return options.GrantType == OAuth2GrantType.ClientCredentials
                ? await options.Endpoint.RequestClientCredentialsAsync(CancellationToken.None).ConfigureAwait(false)
                : await RefreshAsync(token).ConfigureAwait(false);
        }
        catch (BitbucketSignInException e) when (e.Kind == BitbucketErrorKind.TokenRefused)
        {
            _refused = (token, e);
            throw Over(e.Message, e.Problem, e);
        }
        catch (BitbucketSignInException e)
        {
            throw new BitbucketSignInException(e.Kind, $"The tokens could not be renewed. {e.Message}", e)
            {
                Problem = e.Problem,
                RecommendedAction = $"Try again: the sign-in is kept as it was. {e.RecommendedAction}".TrimEnd(),
            };
        }
    }

    private async Task<OAuth2Token> RefreshAsync(OAuth2Token token)
    {
        string refreshToken = token.RevealRefreshToken() ?? throw Over("There is no refresh token.", problem: null, inner: null);
        OAuth2Token fresh = await options.Endpoint.RefreshAsync(refreshToken, CancellationToken.None).ConfigureAwait(false);
        return fresh.KeepingRefreshTokenOf(token);
    }

    private static BitbucketSignInException Over(string why, string? problem, Exception? inner)
        => new(BitbucketErrorKind.SignInExpired, $"The sign-in is over and cannot be renewed. {why}", inner)
        {
            Problem = problem,
            RecommendedAction = "Sign in again with Connect-Bitbucket, and with -Save if it was a saved profile.",
        };
}
