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

    /// <summary>How long one request may take until its answer is read (downloads: until it begins). By default 100 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>What sends the bytes; by default a connection pool of the client's own. The client disposes it.</summary>
    public HttpMessageHandler? Transport { get; init; }
}
