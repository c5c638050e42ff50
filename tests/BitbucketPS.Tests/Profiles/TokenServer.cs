using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Profiles;

/// <summary>Gives a new access token to whoever asks, refuses those that it ended, and answers everything else with an empty object.</summary>
internal sealed class TokenServer : IAsyncDisposable
{
    private readonly TinyServer _server;
    private int _given;
    private int _ended;

    public TokenServer()
    {
        _server = new(Answer);
    }

    public string BaseUri => _server.BaseUri;

    /// <summary>How many tokens were given.</summary>
    public int Given => Volatile.Read(ref _given);

    public static string Token(int number) => $"S3CRET-MARKED-{number}.";

    /// <summary>Ends all tokens of so far.</summary>
    public void EndTokens() => Volatile.Write(ref _ended, Given);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private string Answer(string target, string head)
    {
        if (target.Contains("access_token", StringComparison.Ordinal))
        {
            return TinyServer.Json($$"""{ "access_token": "{{Token(Interlocked.Increment(ref _given))}}", "token_type": "bearer" }""");
        }

        bool isEnded = Enumerable.Range(1, Volatile.Read(ref _ended)).Any(number => head.Contains(Token(number), StringComparison.Ordinal));
        return isEnded ? FaultyServer.Response("401 Unauthorized", "text/plain", "Expired.") : TinyServer.Json("{}");
    }
}
