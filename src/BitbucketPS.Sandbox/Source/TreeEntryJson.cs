using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Files and folders as the API answers them.</summary>
internal static class TreeEntryJson
{
    public static JsonObject Full(GitTreeEntry entry, string hash, HostedRepository repository, ApiLinks links)
    {
        string escaped = PercentCoding.EncodePath(entry.Path);
        string source = $"repositories/{repository.FullName}/src/{hash}/{escaped}{(entry.IsFolder && escaped.Length > 0 ? "/" : "")}";
        JsonObject json = new()
        {
            ["type"] = entry.IsFolder ? "commit_directory" : "commit_file",
            ["path"] = entry.Path,
            ["commit"] = CommitJson.Brief(hash, repository, links),
            ["links"] = new JsonObject
            {
                ["self"] = links.Api(source),
                ["meta"] = links.Api(source + "?format=meta"),
            },
        };
        if (!entry.IsFolder)
        {
            AddFile(json, entry, escaped);
            json["links"]!["history"] = links.Api($"repositories/{repository.FullName}/filehistory/{hash}/{escaped}");
        }

        return json;
    }

    private static void AddFile(JsonObject json, GitTreeEntry entry, string escaped)
    {
        json["escaped_path"] = escaped;
        json["size"] = entry.Size ?? 0;
        json["mimetype"] = FileTypes.Find(entry.Path);

        // The API description has a text here; real answers have a list.
        JsonArray attributes = [];
        string? attribute = entry.IsLink ? "link" : entry.IsExecutable ? "executable" : entry.IsSubmodule ? "subrepository" : null;
        if (attribute is not null)
        {
            attributes.Add(attribute);
        }

        json["attributes"] = attributes;
    }
}
