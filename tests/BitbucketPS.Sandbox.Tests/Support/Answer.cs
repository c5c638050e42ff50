using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>An answer that was read to its end.</summary>
public sealed record Answer(HttpStatusCode Status, HttpResponseHeaders Headers, string? MediaType, string Text)
{
    /// <summary>The headers of the body.</summary>
    public required HttpContentHeaders ContentHeaders { get; init; }

    public JsonNode Json => JsonNode.Parse(Text)!;

    public string Message => (string)Json["error"]!["message"]!;

    /// <summary>The values of a form-encoded body, decoded.</summary>
    public IReadOnlyDictionary<string, string> Form => Text.Split('&')
        .Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);

    public string[] Names => [.. Json["values"]!.AsArray().Select(item => (string)item!["name"]!)];

    /// <summary>The scopes of an error about them: what is needed, and what the credential has.</summary>
    public (string[] Required, string[] Granted) Scopes => (Texts("required"), Texts("granted"));

    /// <summary>The value of a header that is there once.</summary>
    public string Header(string name) => Headers.GetValues(name).Single();

    public Uri Location => new(Headers.GetValues("Location").Single());

    private string[] Texts(string name)
        => [.. Json["error"]!["detail"]![name]!.AsArray().Select(text => (string)text!)];
}
