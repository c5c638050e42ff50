namespace BitbucketPS.Signing;

/// <summary>Where an OAuth 2 token is kept between uses: in a saved profile that other processes use too.</summary>
public interface IOAuth2TokenStore
{
    /// <summary>Waits until no other process refreshes the token, and keeps others from it until disposed.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="BitbucketException">The lock cannot be had.</exception>
    Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken);

    /// <summary>Reads the token as it is kept now; null where it is kept no more.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="BitbucketException">It cannot be read.</exception>
    Task<OAuth2Token?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Keeps a token in place of the one before. Once it returns, a process that is killed has lost nothing.</summary>
    /// <param name="token">The token.</param>
    /// <param name="cancellationToken">Ends the wait for others; a write that has begun is finished.</param>
    /// <exception cref="BitbucketException">It cannot be kept.</exception>
    Task WriteAsync(OAuth2Token token, CancellationToken cancellationToken);
}
