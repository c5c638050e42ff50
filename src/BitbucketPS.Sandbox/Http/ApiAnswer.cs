using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>What an operation answers when it succeeds.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Body">JSON, or null for an empty body.</param>
internal sealed record ApiAnswer(int Status, JsonObject? Body)
{
    public static ApiAnswer Ok(JsonObject body) => new(200, body);
}
