namespace BitbucketPS.Sandbox;

/// <summary>A request to the control API.</summary>
/// <param name="Http">The request.</param>
/// <param name="Query">Its query.</param>
internal sealed record ControlCall(HttpContext Http, QueryParameters Query)
{
    public CancellationToken CancellationToken => Http.RequestAborted;

    /// <summary>Reads its body.</summary>
    /// <exception cref="ApiException">400 if it is no JSON object.</exception>
    public Task<ControlBody> ReadBodyAsync() => ControlBody.ReadAsync(Http.Request);
}
