using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Repositories as the API answers them.</summary>
internal static class RepositoryJson
{
    private static readonly string[] s_linkedResources =
        ["watchers", "commits", "hooks", "forks", "downloads", "pullrequests"];

    /// <summary>The short form, as in commits.</summary>
    public static JsonObject Brief(HostedRepository repository, ApiLinks links) => new()
    {
        ["type"] = "repository",
        ["full_name"] = repository.FullName,
        ["links"] = BriefLinks(repository, links),
        ["name"] = repository.Name,
        ["uuid"] = repository.Uuid,
    };

    /// <summary>The long form.</summary>
    public static JsonObject Full(HostedRepository repository, ApiLinks links) => Complete(Cheap(repository, links), repository);

    /// <summary>The long form without what only the disk knows.</summary>
    public static JsonObject Cheap(HostedRepository repository, ApiLinks links)
    {
        JsonObject json = Brief(repository, links);
        json["slug"] = repository.Slug;
        json["description"] = repository.Description;
        json["language"] = repository.Language;
        json["is_private"] = repository.IsPrivate;
        json["scm"] = "git";
        json["website"] = repository.Record.Website;
        json["has_issues"] = repository.Record.HasIssues;
        json["has_wiki"] = repository.Record.HasWiki;
        json["fork_policy"] = repository.Record.ForkPolicy;
        json["created_on"] = AccountJson.Time(repository.CreatedOn);
        json["updated_on"] = AccountJson.Time(repository.UpdatedOn);
        json["owner"] = WorkspaceJson.Owner(repository.Workspace, links);
        json["workspace"] = WorkspaceJson.Brief(repository.Workspace, links);
        json["project"] = ProjectJson.Brief(repository.Project, repository.Workspace, links);
        json["override_settings"] = Overrides(repository);
        json["parent"] = repository.Record.ParentUuid is { } parent && repository.World.FindRepository(parent) is { } origin ? Brief(origin, links) : null;
        json["enforced_signed_commits"] = null;
        AddLinks((JsonObject)json["links"]!, repository, links);
        return json;
    }

    /// <summary>Adds what only the disk knows to the long form.</summary>
    public static JsonObject Complete(JsonObject json, HostedRepository repository)
    {
        json["size"] = 0;
        json["mainbranch"] = null;
        try
        {
            json["size"] = SizeOnDisk(repository.Git.Path);
            json["mainbranch"] = MainBranch.FindExisting(repository.Git) is { } name
                ? new JsonObject { ["type"] = "branch", ["name"] = name }
                : null;
        }
        catch (Exception e) when (e is DirectoryNotFoundException or FileNotFoundException)
        {
            // It is deleted while it is shown.
        }

        return json;
    }

    /// <summary>Which settings are its own rather than those of its project.</summary>
    public static JsonObject Overrides(HostedRepository repository) => new()
    {
        ["default_merge_strategy"] = repository.Record.OverridesMergeStrategy,
        ["branching_model"] = repository.Record.OverridesBranchingModel,
    };

    /// <summary>The links of the short form.</summary>
    public static JsonObject BriefLinks(HostedRepository repository, ApiLinks links) => new()
    {
        ["self"] = links.Api($"repositories/{repository.FullName}"),
        ["html"] = links.Site(repository.FullName),
        ["avatar"] = links.Site($"ravatar/{PercentCoding.Encode(repository.Uuid)}?ts=default"),
    };

    private static void AddLinks(JsonObject json, HostedRepository repository, ApiLinks links)
    {
        string path = $"repositories/{repository.FullName}";
        foreach (string resource in s_linkedResources)
        {
            json[resource] = links.Api($"{path}/{resource}");
        }

        json["branches"] = links.Api($"{path}/refs/branches");
        json["tags"] = links.Api($"{path}/refs/tags");
        json["source"] = links.Api($"{path}/src");
        UriBuilder clone = new(links.Origin) { Path = repository.FullName + ".git", UserName = SeedPeople.Demo.Username };
        json["clone"] = new JsonArray(
            new JsonObject { ["href"] = clone.Uri.AbsoluteUri, ["name"] = "https" },
            new JsonObject { ["href"] = $"git@{clone.Host}:{repository.FullName}.git", ["name"] = "ssh" });
    }

    private static long SizeOnDisk(string path)
        => new DirectoryInfo(Path.Combine(path, "objects"))
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Sum(file => file.Length);
}
