using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations that make, change and delete repositories.</summary>
internal static class RepositoryWriteOperations
{
    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("POST ~", CreateAsync);
        handlers.Add("PUT ~", PutAsync);
        handlers.Add("DELETE ~", Delete);
    }

    private static async Task<ApiAnswer> CreateAsync(ApiCall call)
    {
        HostedRepository repository = await RepositoryMaker.CreateAsync(call, call.RequireOwnWorkspace(), call.Path("repo_slug"));
        return ApiAnswer.Ok(RepositoryJson.Full(repository, call.Links));
    }

    private static async Task<ApiAnswer> PutAsync(ApiCall call)
    {
        if (call.World.FindRepository(call.Path("workspace"), call.Path("repo_slug")) is null)
        {
            HostedRepository made = await RepositoryMaker.CreateAsync(call, call.RequireOwnWorkspace(), call.Path("repo_slug"));
            return ApiAnswer.Created(RepositoryJson.Full(made, call.Links));
        }

        return await UpdateAsync(call, call.RequireRepository(AccessLevel.Admin));
    }

    private static async Task<ApiAnswer> UpdateAsync(ApiCall call, HostedRepository old)
    {
        RepositoryRecord record = RepositoryRequest.Apply(old.Record, old.Workspace, call);
        ForkOperations.RequirePrivacy(old, record);
        string name = RepositoryRequest.ReadName(call.Json) ?? old.Name;
        string slug = string.Equals(name, old.Name, StringComparison.Ordinal) ? old.Slug : RepositorySlug.FromName(name);
        bool isRenamed = !string.Equals(slug, old.Slug, StringComparison.Ordinal);
        if (isRenamed)
        {
            RepositoryMaker.RequireFree(call.World, old.Workspace, slug);
            call.Data.Remove<MovedRepository>(slug, old.Workspace.Uuid);
            call.Data.Put(new MovedRepository(old.Slug, old.Uuid), old.Workspace.Uuid);
        }

        HostedRepository repository = call.World.Put(record with { Name = name, Slug = slug, UpdatedOn = call.Now });
        await SetMainBranchAsync(call, repository);
        call.Events.Add(call, "repo:updated", repository, new() { ["changes"] = Changes(old, repository, call.Links) });
        ApiAnswer answer = ApiAnswer.Ok(RepositoryJson.Full(repository, call.Links));
        return isRenamed ? answer.With("Location", $"{call.Links.Origin}/2.0/repositories/{repository.FullName}") : answer;
    }

    private static async Task SetMainBranchAsync(ApiCall call, HostedRepository repository)
    {
        if (call.Json.TextAt("mainbranch", "name") is { } name)
        {
            if (await repository.Git.FindBranchAsync(name, call.CancellationToken) is null)
            {
                throw ApiErrors.BadField("mainbranch", $"The branch {name} does not exist.");
            }

            await repository.Git.SetMainBranchAsync(name, call.CancellationToken);
        }
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Admin);
        call.Events.Add(call, "repo:deleted", repository, []);
        foreach (MovedRepository moved in call.Data.All<MovedRepository>(repository.Workspace.Uuid)
            .Where(moved => string.Equals(moved.RepositoryUuid, repository.Uuid, StringComparison.Ordinal)).ToArray())
        {
            call.Data.Remove<MovedRepository>(moved.Id, repository.Workspace.Uuid);
        }

        call.Data.RemoveOwner(repository.Uuid);
        call.Data.Remove<RepositoryRecord>(repository.Uuid, repository.Workspace.Uuid);
        call.World.Storage.Delete(repository.Record.Folder);
        return ApiAnswer.NoContent;
    }

    // What the event repo:updated tells: old and new of what became different.
    private static JsonObject Changes(HostedRepository old, HostedRepository now, ApiLinks links)
    {
        JsonObject changes = [];
        changes.AddChange("name", old.Name, now.Name);
        changes.AddChange("website", old.Record.Website, now.Record.Website);
        changes.AddChange("language", old.Language, now.Language);
        changes.AddChange("description", old.Description, now.Description);
        changes.AddChange("full_name", old.FullName, now.FullName);
        if (changes.ContainsKey("full_name"))
        {
            changes["links"] = new JsonObject { ["old"] = RepositoryJson.BriefLinks(old, links), ["new"] = RepositoryJson.BriefLinks(now, links) };
        }

        return changes;
    }
}
