using BitbucketPS.Http;
using BitbucketPS.Signing;

namespace BitbucketPS;

/// <summary>What a <see cref="BitbucketClient"/> is made of.</summary>
public sealed class BitbucketClientOptions
{
    /// <summary>The server of the API; the paths <c>/2.0</c> and <c>/1.0</c> lie under it. By default https://api.bitbucket.org.</summary>
    public Uri BaseUri { get; init; } = ServerAddress.CloudApi;

    /// <summary>How requests are signed; null sends them without a credential.</summary>
    public IRequestSigner? Signer { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// How long one attempt of a request may take until its answer is read; a download may take longer, as long as something comes
    /// within this time. By default 100 seconds.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>How many requests may be under way at once, from 1 to 100; 8 by default. After a 429 it is fewer for a while.</summary>
    public int ThrottleLimit { get; init; } = 8;

    /// <summary>
    /// How often a request is tried again after a 429, a passing failure of the server or a broken connection; 0 never tries
    /// again. By default 8, which lasts for about two minutes, or, where the rate limit is the reason, for more than an hour.
    /// </summary>
    public int MaximumRetryCount { get; init; } = 8;

    /// <summary>
    /// Whether lists ask the server to leave out what the models do not carry (<c>fields</c>), which makes a page of branches about a quarter as
    /// long. True by default; a server that refuses it is not asked again.
    /// </summary>
    public bool TrimsAnswers { get; init; } = true;

    /// <summary>What sends the bytes; by default a connection pool of the client's own. The client disposes it.</summary>
    public HttpMessageHandler? Transport { get; init; }
}
