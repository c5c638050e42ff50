using System.Net;
using BitbucketPS.Signing;

namespace BitbucketPS.Authorization;

/// <summary>The answer of a token endpoint, read. A class, not a record: a record would print the body, and with it a secret.</summary>
internal sealed class TokenAnswer
{
    /// <summary>The status.</summary>
    public required HttpStatusCode Status { get; init; }

    /// <summary>Where a redirect leads.</summary>
    public Uri? Location { get; init; }

    /// <summary>The type of the body, as the server says.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>The body, cut off at a length that no answer of this kind has.</summary>
    public string Body { get; init; } = "";

    /// <summary>The server's report of what is wrong, if it made one.</summary>
    public OAuth1Problem? Problem { get; init; }

    /// <summary>What the server says about it in words, secrets masked; empty where it says nothing.</summary>
    public string Advice { get; init; } = "";

    /// <summary>Whether the attempt failed for the clock alone, which is right now.</summary>
    public bool IsWorthAnotherAttempt { get; init; }
}
