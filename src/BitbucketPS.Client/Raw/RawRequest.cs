using BitbucketPS.Http;

namespace BitbucketPS;

/// <summary>A request to any path of the API.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">
/// A path under <c>/2.0</c>, such as <c>/user</c>; a path with its version, such as <c>/1.0/groups/acme</c>; or a whole
/// address on the session's server. A query may follow. What is not percent-encoded and has to be, will be.
/// </param>
public sealed record RawRequest(HttpMethod Method, string Path)
{
    /// <summary>The body, if any.</summary>
    public HttpContent? Content { get; init; }

    /// <summary>The media type to ask for; anything by default, since a pipeline's log refuses <c>application/json</c>.</summary>
    public string Accept { get; init; } = MediaTypes.Any;
}
