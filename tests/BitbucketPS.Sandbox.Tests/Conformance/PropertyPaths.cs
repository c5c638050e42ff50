using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>The properties of an answer, at any depth: <c>values.target.hash</c>, whatever is in lists taken together.</summary>
internal static class PropertyPaths
{
    public static IEnumerable<string> Of(JsonNode node) => Inside(node, "").Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Inside(JsonNode? node, string path) => node switch
    {
        JsonObject members => members.SelectMany(member => Inside(member.Value, Join(path, member.Key)).Prepend(Join(path, member.Key))),
        JsonArray items => items.SelectMany(item => Inside(item, path)),
        _ => [],
    };

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
