using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>What an operation answers when it succeeds.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Body">JSON; null for an empty body, or where <see cref="Content"/> is the body.</param>
internal sealed record ApiAnswer(int Status, JsonNode? Body)
{
    public static ApiAnswer NoContent { get; } = new(204, Body: null);

    /// <summary>A body that is no JSON.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }

    /// <summary>The media type of <see cref="Content"/>; null for none, as some gateways answer.</summary>
    public string? ContentType { get; init; }

    /// <summary>Headers beside those of the body.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static ApiAnswer Ok(JsonNode body) => new(200, body);

    public static ApiAnswer Created(JsonNode body) => new(201, body);

    /// <summary>Bytes as they are.</summary>
    public static ApiAnswer Bytes(ReadOnlyMemory<byte> content, string contentType)
        => new(200, Body: null) { Content = content, ContentType = contentType };

    /// <summary>Sends the client on.</summary>
    public static ApiAnswer Redirect(int status, string location) => new ApiAnswer(status, Body: null).With("Location", location);

    /// <summary>With one more header.</summary>
    public ApiAnswer With(string name, string value)
        => this with { Headers = new Dictionary<string, string>(Headers, StringComparer.Ordinal) { [name] = value } };
}
