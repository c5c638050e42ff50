using System.Collections.Concurrent;
using System.Globalization;
using BitbucketPS.OAuth2;
using BitbucketPS.Signing;

namespace BitbucketPS.Client.Tests.OAuth2;

/// <summary>A token endpoint that answers as it is told, and remembers what it was asked.</summary>
internal sealed class FakeEndpoint(TimeProvider clock) : IOAuth2Endpoint
{
    private int _count;

    /// <summary>What it was asked, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>How long its tokens live.</summary>
    public TimeSpan? Lifetime { get; set; } = TimeSpan.FromHours(2);

    /// <summary>Whether a refresh brings a new refresh token.</summary>
    public bool Rotates { get; set; } = true;

    /// <summary>What it answers instead; null for a token.</summary>
    public Func<Exception?> Fails { get; set; } = static () => null;

    /// <summary>What it waits for before it answers.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public OAuth2AuthorizationPage CreateAuthorizationPage(Uri callback) => new()
    {
        Address = new Uri($"https://bitbucket.example.com/site/oauth2/authorize?redirect_uri={Uri.EscapeDataString(callback.OriginalString)}"),
        CallbackUri = callback,
        State = "the-state",
        CodeVerifier = "MARKED-code-verifier",
    };

    public Task<OAuth2Token> ExchangeCodeAsync(OAuth2AuthorizationPage page, string code, CancellationToken cancellationToken)
        => AnswerAsync($"code {code}", refreshToken: "refresh-0");

    public Task<OAuth2Token> RequestClientCredentialsAsync(CancellationToken cancellationToken) => AnswerAsync("client credentials", refreshToken: null);

    public Task<OAuth2Token> RefreshAsync(string refreshToken, CancellationToken cancellationToken)
        => AnswerAsync($"refresh {refreshToken}", Rotates ? $"{refreshToken}+" : null);

    public Task<OAuth2Token> ExchangeOAuth1TokenAsync(string oauth1AccessToken, CancellationToken cancellationToken)
        => AnswerAsync($"oauth1 {oauth1AccessToken}", refreshToken: "refresh-0");

    /// <summary>A token as of now.</summary>
    public OAuth2Token Token(string accessToken, string? refreshToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        return new(accessToken, refreshToken, now, now + Lifetime, ["repository"]);
    }

    private async Task<OAuth2Token> AnswerAsync(string asked, string? refreshToken)
    {
        Asked.Enqueue(asked);
        await Gate;
        return Fails() is { } failure
            ? throw failure
            : Token($"access-{Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture)}", refreshToken);
    }
}
