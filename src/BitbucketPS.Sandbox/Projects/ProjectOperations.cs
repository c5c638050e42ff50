using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations about projects.</summary>
internal static class ProjectOperations
{
    private const string One = "/workspaces/{workspace}/projects/{project_key}";

    private static readonly FieldSchema s_schema = FieldSchema.Of("project");

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET /workspaces/{workspace}/projects", List);
        handlers.Add("POST /workspaces/{workspace}/projects", Create);
        handlers.Add($"GET {One}", Get);
        handlers.Add($"PUT {One}", Update);
        handlers.Add($"DELETE {One}", Delete);
    }

    private static ApiAnswer List(ApiCall call)
    {
        Workspace workspace = call.RequireOwnWorkspace();
        IEnumerable<Lazy<JsonObject>> items = call.Data.All<Project>(workspace.Uuid)
            .Where(project => ProjectAccess.LevelOf(call, workspace, project) >= AccessLevel.Read)
            .Select(project => new Lazy<JsonObject>(() => ProjectJson.Full(project, workspace, call)));
        return ApiAnswer.Ok(ItemList.ToPage([.. items], s_schema, call));
    }

    private static ApiAnswer Create(ApiCall call)
        => ApiAnswer.Created(Make(call, call.RequireAdministeredWorkspace(), call.Json.RequireText("key")));

    private static ApiAnswer Get(ApiCall call)
    {
        (Workspace workspace, Project project) = call.RequireProject();
        return ApiAnswer.Ok(ProjectJson.Full(project, workspace, call));
    }

    private static ApiAnswer Update(ApiCall call)
    {
        string key = call.Path("project_key");
        Workspace own = call.RequireOwnWorkspace();
        if (call.World.FindProject(own, key) is null)
        {
            return ApiAnswer.Created(Make(call, call.RequireAdministeredWorkspace(), key));
        }

        (Workspace workspace, Project project) = call.RequireProject(AccessLevel.Admin);
        Project changed = call.Data.Put(ProjectRequest.Apply(project, workspace, call), workspace.Uuid);
        JsonObject json = ProjectJson.Full(changed, workspace, call);
        call.Events.Add(call, "project:updated", workspace, new() { ["project"] = json.DeepClone(), ["changes"] = Changes(project, changed) });
        ApiAnswer answer = ApiAnswer.Ok(json);
        return string.Equals(project.Key, changed.Key, StringComparison.Ordinal)
            ? answer
            : answer.With("Location", $"{call.Links.Origin}/2.0/workspaces/{workspace.Slug}/projects/{changed.Key}");
    }

    private static JsonObject Changes(Project old, Project now)
    {
        JsonObject changes = [];
        changes.AddChange("name", old.Name, now.Name);
        changes.AddChange("key", old.Key, now.Key);
        changes.AddChange("description", old.Description, now.Description);
        changes.AddChange("is_private", old.IsPrivate, now.IsPrivate);
        return changes;
    }

    private static JsonObject Make(ApiCall call, Workspace workspace, string key)
    {
        Project blank = new(Guid.NewGuid().ToString("B"), ProjectRequest.ReadKey(key), call.Json.RequireText("name")) { CreatedOn = call.Now };
        return ProjectJson.Full(call.Data.Put(ProjectRequest.Apply(blank, workspace, call), workspace.Uuid), workspace, call);
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        (Workspace workspace, Project project) = call.RequireProject(AccessLevel.Admin);
        if (call.World.RepositoriesOf(workspace).Any(repository => string.Equals(repository.Project.Uuid, project.Uuid, StringComparison.Ordinal)))
        {
            throw new ApiException(403, "The project still has repositories.");
        }

        call.Data.RemoveOwner(project.Uuid);
        call.Data.Remove<Project>(project.Uuid, workspace.Uuid);
        return ApiAnswer.NoContent;
    }
}
