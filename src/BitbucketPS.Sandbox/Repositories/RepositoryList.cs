using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Lists of repositories. Only those of the page are looked at on disk, unless the query asks for what is there.</summary>
internal static class RepositoryList
{
    private static readonly FieldSchema s_schema = FieldSchema.Of("repository");

    // What RepositoryJson.Complete adds.
    private static readonly string[] s_costly = ["size", "mainbranch"];

    /// <summary>A page of those repositories that who asks sees in the role they ask for.</summary>
    public static JsonObject ToPage(IEnumerable<HostedRepository> repositories, ApiCall call)
    {
        bool needsAll = s_costly.Any(field => $"{call.Query["q"]} {call.Query["sort"]}".Contains(field, StringComparison.Ordinal));
        Dictionary<JsonNode, HostedRepository> made = [];
        Lazy<JsonObject> Item(HostedRepository repository) => new(() =>
        {
            JsonObject json = RepositoryJson.Cheap(repository, call.Links);
            made.Add(json, repository);
            if (needsAll)
            {
                RepositoryJson.Complete(json, repository);
            }

            return json;
        });
        JsonObject page = ItemList.ToPage([.. Visible(repositories, call).Select(Item)], s_schema, call);
        foreach (JsonNode? item in page["values"]!.AsArray())
        {
            RepositoryJson.Complete((JsonObject)item!, made[item!]);
        }

        return page;
    }

    private static IEnumerable<HostedRepository> Visible(IEnumerable<HostedRepository> repositories, ApiCall call)
    {
        string? role = call.Query["role"];
        AccessLevel least = role switch
        {
            "admin" or "owner" => AccessLevel.Admin,
            "contributor" => AccessLevel.Write,
            _ => AccessLevel.Read,
        };
        return repositories
            .Where(repository => AccessRules.LevelOf(call.Credential, repository) >= least)
            .Where(repository => role is null || call.SeesInto(repository.Workspace));
    }
}
