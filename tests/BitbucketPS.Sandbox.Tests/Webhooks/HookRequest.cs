using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>What came to a webhook.</summary>
internal sealed record HookRequest(IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string Event => Headers["X-Event-Key"];
}
