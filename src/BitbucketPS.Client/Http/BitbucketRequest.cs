using BitbucketPS.Operations;

namespace BitbucketPS.Http;

/// <summary>One request as the client means it, before any handler has touched it.</summary>
internal sealed record BitbucketRequest(HttpMethod Method, Uri Address)
{
    /// <summary>The catalogue's entry, where the request belongs to one.</summary>
    public Operation? Operation { get; init; }

    /// <summary>The body, if any; held in memory, so that an attempt can be repeated.</summary>
    public HttpContent? Content { get; init; }

    /// <summary>True if the address asks to leave out what nobody reads; the answer is as good without.</summary>
    public bool IsTrimmed { get; init; }

    /// <summary>What the answer may be.</summary>
    public string Accept { get; init; } = MediaTypes.Json;
}
