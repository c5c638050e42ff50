using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>What the sandbox has answered so far: ids, names and hashes of things that are there, or were.</summary>
internal sealed class FuzzValues
{
    private const int MostOfOneName = 40;

    private static readonly string[] s_worth =
        ["uuid", "id", "hash", "name", "slug", "key", "account_id", "username", "path", "raw", "title", "nickname", "url", "href", "state", "email"];

    // The demo's own, so that the first requests find something.
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal)
    {
        ["workspace"] = ["demo", "demo", "demo", "other"],
        ["repo_slug"] = ["website", "website", "website", "docs", "api", "mobile-app", "hidden"],
        ["project_key"] = ["WEB", "WEB", "MOB", "SEC"],
        ["slug"] = ["website", "docs", "developers", "administrators"],
        ["name"] = ["main", "develop", "feature/a%2Fb", "feature/zürich"],
        ["hash"] = ["main", "develop", "release/1.0", "HEAD"],
        ["path"] = ["README.md", "src", "docs/größe.md", "src/app.ts"],
        ["key"] = ["WEB", "build-1"],
        ["id"] = ["1", "2", "3"],
        ["uuid"] = ["{00000000-0000-0000-0000-000000000001}"],
    };

    /// <summary>Remembers what is in an answer.</summary>
    public void Learn(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            foreach ((string name, JsonNode? value) in members)
            {
                if (value is JsonValue && s_worth.Contains(name, StringComparer.Ordinal))
                {
                    Add(name, value.ToString());
                }

                Learn(value);
            }
        }
        else if (node is JsonArray items)
        {
            foreach (JsonNode? item in items)
            {
                Learn(item);
            }
        }
    }

    /// <summary>A value for something of this name: mostly one that is there.</summary>
    public string For(string name, Dice dice, FuzzTexts texts)
    {
        if (dice.OneIn(8))
        {
            return texts.Any();
        }

        return dice.Pick(_values.GetValueOrDefault(KindOf(name)) ?? _values[dice.Pick(["uuid", "id", "name", "hash"])]);
    }

    private void Add(string name, string value)
    {
        if (!_values.TryGetValue(name, out List<string>? list))
        {
            _values.Add(name, list = []);
        }

        if (value.Length < 200 && !list.Contains(value, StringComparer.Ordinal))
        {
            list.Add(value);
        }

        if (list.Count > MostOfOneName)
        {
            list.RemoveAt(list.Count / 2);
        }
    }

    // pull_request_id is an id, environment_uuid a UUID, and so on.
    private string KindOf(string name) => name switch
    {
        _ when _values.ContainsKey(name) => name,
        "commit" or "revision" or "spec" or "revspec" => "hash",
        _ when name.EndsWith("uuid", StringComparison.Ordinal) || name is "uid" or "selected_user" or "target_username" => "uuid",
        _ when name.EndsWith("id", StringComparison.Ordinal) => "id",
        _ when name.EndsWith("slug", StringComparison.Ordinal) => "slug",
        _ when name.EndsWith("key", StringComparison.Ordinal) => "key",
        _ => name,
    };
}
