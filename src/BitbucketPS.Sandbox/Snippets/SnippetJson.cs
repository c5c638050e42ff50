using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Snippets as the API answers them.</summary>
internal static class SnippetJson
{
    /// <summary>As in lists: without the files.</summary>
    public static JsonObject Brief(Snippet snippet, Workspace workspace, World world, ApiLinks links)
    {
        string path = $"snippets/{workspace.Slug}/{snippet.Id}";
        JsonObject? creator = world.FindAccount(snippet.CreatorUuid) is { } account ? AccountJson.Brief(account, links) : null;
        return new()
        {
            ["type"] = "snippet",
            ["id"] = snippet.Id,
            ["title"] = snippet.Title,
            ["scm"] = "git",
            ["is_private"] = snippet.IsPrivate,
            ["created_on"] = AccountJson.Time(snippet.CreatedOn),
            ["updated_on"] = AccountJson.Time(snippet.UpdatedOn),
            ["creator"] = creator,
            ["owner"] = creator?.DeepClone(),
            ["links"] = new JsonObject
            {
                ["self"] = links.Api(path),
                ["html"] = links.Site(path),
                ["comments"] = links.Api($"{path}/comments"),
                ["watchers"] = links.Api($"{path}/watchers"),
                ["commits"] = links.Api($"{path}/commits"),
            },
        };
    }

    /// <summary>With the files of a version: an object by their names.</summary>
    public static async Task<JsonObject> FullAsync(ApiCall call, Workspace workspace, Snippet snippet, string hash)
    {
        JsonObject json = Brief(snippet, workspace, call.World, call.Links);
        JsonObject files = [];
        string path = $"snippets/{workspace.Slug}/{snippet.Id}";
        GitRepository git = call.World.Storage.Open(snippet.Folder);
        foreach (GitTreeEntry entry in (await git.ReadTreeAsync(hash, "", 20, call.CancellationToken)).Where(entry => !entry.IsFolder))
        {
            files[entry.Path] = new JsonObject
            {
                ["links"] = new JsonObject
                {
                    ["self"] = call.Links.Api($"{path}/files/{hash}/{PercentCoding.EncodePath(entry.Path)}"),
                    ["html"] = call.Links.Site($"{path}#file-{PercentCoding.EncodePath(entry.Path)}"),
                },
            };
        }

        json["files"] = files;
        json["links"]!["diff"] = call.Links.Api($"{path}/{hash}/diff");
        json["links"]!["patch"] = call.Links.Api($"{path}/{hash}/patch");
        return json;
    }
}
