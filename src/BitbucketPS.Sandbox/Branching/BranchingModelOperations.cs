using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations about branching models.</summary>
internal static class BranchingModelOperations
{
    private const string OfProject = "/workspaces/{workspace}/projects/{project_key}/branching-model";

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET ~/branching-model", GetAsync);
        handlers.Add("GET ~/effective-branching-model", GetEffectiveAsync);
        handlers.Add("GET ~/branching-model/settings", GetSettingsAsync);
        handlers.Add("PUT ~/branching-model/settings", UpdateAsync);
        handlers.Add($"GET {OfProject}", GetOfProject);
        handlers.Add($"GET {OfProject}/settings", GetSettingsOfProject);
        handlers.Add($"PUT {OfProject}/settings", UpdateOfProjectAsync);
    }

    private static async Task<ApiAnswer> GetAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        BranchingModel model = BranchingModels.Of(call.Data, repository.Uuid);
        JsonObject json = await BranchingModelJson.ModelAsync("branching_model", model, repository, call);
        json["links"] = new JsonObject { ["self"] = call.Links.Api($"repositories/{repository.FullName}/branching-model") };
        return ApiAnswer.Ok(json);
    }

    private static async Task<ApiAnswer> GetEffectiveAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        BranchingModel model = BranchingModels.EffectiveOf(call.World, repository);
        return ApiAnswer.Ok(await BranchingModelJson.ModelAsync("effective_repo_branching_model", model, repository, call));
    }

    private static async Task<ApiAnswer> GetSettingsAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Admin);
        return ApiAnswer.Ok(await SettingsAsync(BranchingModels.Of(call.Data, repository.Uuid), repository, call));
    }

    private static async Task<ApiAnswer> UpdateAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Admin);
        BranchingModel model = BranchingModels.Of(call.Data, repository.Uuid);
        model = await BranchingModelUpdate.ApplyAsync(model, call.Json, await ExistenceAsync(repository, call));
        call.Data.Put(model, repository.Uuid);

        // Who gives a repository a model of its own wants it to count, as it did before projects had any.
        call.World.Put(repository.Record with { OverridesBranchingModel = true });
        return ApiAnswer.Ok(await SettingsAsync(model, repository, call));
    }

    private static ApiAnswer GetOfProject(ApiCall call)
    {
        (Workspace workspace, Project project) = call.RequireProject(AccessLevel.Admin);
        JsonObject json = BranchingModelJson.ProjectModel(BranchingModels.Of(call.Data, project.Uuid));
        json["links"] = new JsonObject { ["self"] = call.Links.Api($"workspaces/{workspace.Slug}/projects/{project.Key}/branching-model") };
        return ApiAnswer.Ok(json);
    }

    private static ApiAnswer GetSettingsOfProject(ApiCall call)
    {
        (Workspace workspace, Project project) = call.RequireProject(AccessLevel.Admin);
        return ApiAnswer.Ok(ProjectSettings(BranchingModels.Of(call.Data, project.Uuid), workspace, project, call));
    }

    private static async Task<ApiAnswer> UpdateOfProjectAsync(ApiCall call)
    {
        (Workspace workspace, Project project) = call.RequireProject(AccessLevel.Admin);
        BranchingModel model = await BranchingModelUpdate.ApplyAsync(
            BranchingModels.Of(call.Data, project.Uuid), call.Json, isValid: _ => true);
        call.Data.Put(model, project.Uuid);
        return ApiAnswer.Ok(ProjectSettings(model, workspace, project, call));
    }

    private static async Task<JsonObject> SettingsAsync(BranchingModel model, HostedRepository repository, ApiCall call)
    {
        JsonObject json = BranchingModelJson.Settings(model, await ExistenceAsync(repository, call));
        json["links"] = new JsonObject { ["self"] = call.Links.Api($"repositories/{repository.FullName}/branching-model/settings") };
        return json;
    }

    private static JsonObject ProjectSettings(BranchingModel model, Workspace workspace, Project project, ApiCall call)
    {
        JsonObject json = BranchingModelJson.Settings(model, isValid: _ => true);
        json["links"] = new JsonObject { ["self"] = call.Links.Api($"workspaces/{workspace.Slug}/projects/{project.Key}/branching-model/settings") };
        return json;
    }

    private static async Task<Predicate<BranchChoice>> ExistenceAsync(HostedRepository repository, ApiCall call)
    {
        HashSet<string> names = (await repository.Git.ListBranchesAsync(call.CancellationToken))
            .Select(branch => branch.Name)
            .ToHashSet(StringComparer.Ordinal);

        // The main branch of a repository without commits is one that comes.
        return choice => choice.UsesMainBranch || (choice.Name is { } name && names.Contains(name));
    }
}
