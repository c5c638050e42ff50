using BitbucketPS.Signing;

namespace BitbucketPS.Authorization;

/// <summary>What a three-legged sign-in needs to know.</summary>
public sealed class OAuth1AuthorizationOptions
{
    /// <summary>A callback on any free port of this machine.</summary>
    public static Uri DefaultCallbackUri { get; } = new("http://127.0.0.1:0/callback");

    /// <summary>The server; its endpoints are <c>1.0/oauth/request_token</c>, <c>authenticate</c> and <c>access_token</c> below it.</summary>
    public required Uri BaseUri { get; init; }

    /// <summary>The consumer; a token in it is left aside.</summary>
    public required OAuth1Credentials Credentials { get; init; }

    /// <summary>How to sign.</summary>
    public OAuth1SignatureMethod SignatureMethod { get; init; } = OAuth1SignatureMethod.HmacSha1;

    /// <summary>
    /// Where the server sends the person afterwards. An http address of this machine is listened on, port 0 standing for
    /// any free port; the relative address <c>oob</c>, or any other absolute one, makes the sign-in ask <see cref="Prompt"/>.
    /// By default <c>http://127.0.0.1:0/callback</c>.
    /// </summary>
    public Uri CallbackUri { get; init; } = DefaultCallbackUri;

    /// <summary>How long the person may take. Five minutes by default.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Sends the two requests for tokens. It must neither sign nor follow redirects; the caller disposes it.</summary>
    public required HttpMessageInvoker Transport { get; init; }

    /// <summary>Opens the authorisation page; null where the person opens it, told by <see cref="Progress"/>.</summary>
    public IBrowser? Browser { get; init; }

    /// <summary>Asks for the verifier where the callback is not on this machine.</summary>
    public IVerifierPrompt? Prompt { get; init; }

    /// <summary>Is told each step, on the thread that takes it.</summary>
    public IProgress<OAuth1Step>? Progress { get; init; }

    /// <summary>The clock of timestamps and timeouts.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The <c>realm</c> of the Authorization header, for servers that ask for one.</summary>
    public string? Realm { get; init; }
}
