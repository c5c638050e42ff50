using BitbucketPS.Signing;

namespace BitbucketPS.Client.Tests.OAuth2;

/// <summary>A store of one token that tells in which order it was used.</summary>
internal sealed class FakeTokenStore(OAuth2Token? token) : IOAuth2TokenStore, IAsyncDisposable
{
    public List<string> Log { get; } = [];

    public OAuth2Token? Kept { get; set; } = token;

    /// <summary>What a write answers instead of keeping; null to keep.</summary>
    public Exception? WriteFails { get; set; }

    public Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken)
    {
        Log.Add("lock");
        return Task.FromResult<IAsyncDisposable>(this);
    }

    public Task<OAuth2Token?> ReadAsync(CancellationToken cancellationToken)
    {
        Log.Add("read");
        return Task.FromResult(Kept);
    }

    public Task WriteAsync(OAuth2Token token, CancellationToken cancellationToken)
    {
        Log.Add($"write {token.RevealAccessToken()}");
        if (WriteFails is { } failure)
        {
            throw failure;
        }

        Kept = token;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Log.Add("unlock");
        return ValueTask.CompletedTask;
    }
}
