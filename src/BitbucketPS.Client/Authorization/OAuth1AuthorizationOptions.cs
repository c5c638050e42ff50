using BitbucketPS.Signing;

namespace BitbucketPS.Authorization;

/// <summary>What a three-legged sign-in of OAuth 1.0a needs to know.</summary>
public sealed class OAuth1AuthorizationOptions : ApprovalOptions
{
    /// <summary>A callback on any free port of this machine.</summary>
    public static Uri DefaultCallbackUri { get; } = new("http://127.0.0.1:0/callback");

    /// <summary>The server; its endpoints are <c>1.0/oauth/request_token</c>, <c>authenticate</c> and <c>access_token</c> below it.</summary>
    public required Uri BaseUri { get; init; }

    /// <summary>The consumer; a token in it is left aside.</summary>
    public required OAuth1Credentials Credentials { get; init; }

    /// <summary>How to sign.</summary>
    public OAuth1SignatureMethod SignatureMethod { get; init; } = OAuth1SignatureMethod.HmacSha1;

    /// <summary>Sends the two requests for tokens. It must neither sign nor follow redirects; the caller disposes it.</summary>
    public required HttpMessageInvoker Transport { get; init; }

    /// <summary>The <c>realm</c> of the Authorization header, for servers that ask for one.</summary>
    public string? Realm { get; init; }
}
