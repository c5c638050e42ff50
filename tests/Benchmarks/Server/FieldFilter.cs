using System.Text.Json.Nodes;

namespace BitbucketPS.Benchmarks.Server;

/// <summary>The query <c>fields</c>, as far as it leaves out members of the listed items: <c>-values.links,-values.target.parents</c>.</summary>
internal sealed class FieldFilter
{
    private const string Item = "-values.";

    private readonly string[][] _paths;

    /// <summary>Reads it.</summary>
    /// <exception cref="FormatException">It asks for more than to leave members out; to ignore that would measure something else.</exception>
    public FieldFilter(string fields)
    {
        _paths = [.. fields.Split(',', StringSplitOptions.TrimEntries).Select(PathOf)];
    }

    /// <summary>The JSON of an item without those members.</summary>
    public string Trim(string json)
    {
        JsonObject item = JsonNode.Parse(json)!.AsObject();
        foreach (string[] path in _paths)
        {
            Remove(item, path);
        }

        return item.ToJsonString();
    }

    private static string[] PathOf(string field) => field.StartsWith(Item, StringComparison.Ordinal)
        ? field[Item.Length..].Split('.')
        : throw new FormatException($"fields={field} is not one that this server knows: it leaves out members of the items alone.");

    // A list stands for each of its members, as in the API.
    private static void Remove(JsonNode? node, ReadOnlySpan<string> path)
    {
        if (node is JsonArray list)
        {
            foreach (JsonNode? member in list)
            {
                Remove(member, path);
            }
        }
        else if (node is JsonObject members && path.Length == 1)
        {
            members.Remove(path[0]);
        }
        else if (node is JsonObject parent)
        {
            Remove(parent[path[0]], path[1..]);
        }
    }
}
