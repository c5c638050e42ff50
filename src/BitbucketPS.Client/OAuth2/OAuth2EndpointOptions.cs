namespace BitbucketPS.OAuth2;

/// <summary>What talking to a server's OAuth 2 endpoints needs to know.</summary>
public sealed class OAuth2EndpointOptions
{
    /// <summary>The server of the site; its endpoints are <c>site/oauth2/authorize</c> and <c>site/oauth2/access_token</c> below it.</summary>
    public required Uri SiteUri { get; init; }

    /// <summary>The consumer's key, which RFC 6749 calls the client identifier; of any length.</summary>
    public required string ConsumerKey { get; init; }

    /// <summary>The consumer's secret, of any length.</summary>
    public required string ConsumerSecret { get; init; }

    /// <summary>What to ask for, such as <c>repository</c>; empty for all that the consumer may.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Sends the requests for tokens. It must neither sign nor follow redirects; the caller disposes it.</summary>
    public required HttpMessageInvoker Transport { get; init; }

    /// <summary>The clock of expiries and timeouts.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
