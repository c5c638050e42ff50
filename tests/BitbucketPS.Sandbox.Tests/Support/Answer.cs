using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>An answer that was read to its end.</summary>
public sealed record Answer(HttpStatusCode Status, HttpResponseHeaders Headers, string? MediaType, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string Message => (string)Json["error"]!["message"]!;

    /// <summary>The values of a form-encoded body, decoded.</summary>
    public IReadOnlyDictionary<string, string> Form => Text.Split('&')
        .Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);

    public string[] Names => [.. Json["values"]!.AsArray().Select(item => (string)item!["name"]!)];

    public Uri Location => new(Headers.GetValues("Location").Single());
}
