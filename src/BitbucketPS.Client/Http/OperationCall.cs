using BitbucketPS.Operations;

namespace BitbucketPS.Http;

/// <summary>An operation with what it is asked for: the values of its path, its query, its body.</summary>
/// <param name="Operation">The catalogue's entry.</param>
/// <param name="Path">The values of the placeholders of its path, unescaped, in their order.</param>
internal sealed record OperationCall(Operation Operation, params string[] Path)
{
    /// <summary>The query, if any.</summary>
    public QueryString? Query { get; init; }

    /// <summary>The body, if any; it is sent anew with each attempt.</summary>
    public HttpContent? Content { get; init; }

    /// <summary>What the answer may be.</summary>
    public string Accept { get; init; } = MediaTypes.Json;
}
