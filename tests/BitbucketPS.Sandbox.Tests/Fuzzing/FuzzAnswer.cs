using System.Text.Json;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>What came back.</summary>
/// <param name="Status">The status; 0 where there was no answer.</param>
/// <param name="MediaType">Of the body.</param>
/// <param name="Text">The body, or why there is none.</param>
internal sealed record FuzzAnswer(int Status, string? MediaType, string Text)
{
    /// <summary>The body as JSON; null where it is none.</summary>
    public JsonNode? Json { get; } = MediaType is "application/json" ? TryParse(Text) : null;

    /// <summary>Whether the API has written it; a file of a repository may call itself JSON too.</summary>
    public required bool IsOfApi { get; init; }

    /// <summary>Why this is no answer that a server should give; null if it is one. Reports say errors by a key.</summary>
    public string? Problem(FuzzRequest request) => this switch
    {
        { Status: 0 } => $"no answer: {Text}",
        { Status: >= 500 } => $"{Status}: {Text}",
        { MediaType: "application/json", Json: null, Text.Length: > 0, IsOfApi: true } when request.Method is not "HEAD" && Text.Trim() is not "null" => $"{Status} with JSON that is none: {Text}",
        { Status: >= 400, MediaType: "application/json", Json: JsonObject json } when json["error"] is null && json["key"] is null => $"{Status} without an error: {Text}",
        { Status: >= 400, MediaType: null, Text.Length: > 0 } => $"{Status} without a type: {Text}",
        _ => null,
    };

    private static JsonNode? TryParse(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
