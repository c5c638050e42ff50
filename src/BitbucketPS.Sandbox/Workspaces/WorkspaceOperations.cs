using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations about workspaces.</summary>
internal static class WorkspaceOperations
{
    private const string Slug = "slug";

    // The service documents that these are filtered and sorted by slug, as if the workspaces stood there themselves.
    private static readonly FieldSchema s_accessSchema = FieldSchema.Of("workspace_access").With(Slug, QueryFieldType.Text);

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET /user/workspaces", ListMine);
        handlers.Add("GET /workspaces/{workspace}", Get);
    }

    private static ApiAnswer ListMine(ApiCall call)
    {
        bool? administered = call.Query["administrator"] is null ? null : call.Query.IsTrue("administrator");
        IEnumerable<Lazy<JsonObject>> items = call.World.Workspaces
            .Where(workspace => call.Sees(workspace) && (administered is null || administered == call.Administers(workspace)))
            .Select(workspace => new Lazy<JsonObject>(() => Item(call, workspace)));
        JsonObject page = ItemList.ToPage([.. items], s_accessSchema, call);
        foreach (JsonNode? item in page["values"]!.AsArray())
        {
            ((JsonObject)item!).Remove(Slug);
        }

        return ApiAnswer.Ok(page);
    }

    private static JsonObject Item(ApiCall call, Workspace workspace)
    {
        JsonObject json = WorkspaceJson.Access(workspace, call.Administers(workspace), call.Links);
        json[Slug] = workspace.Slug;
        return json;
    }

    private static ApiAnswer Get(ApiCall call)
    {
        Workspace workspace = call.RequireWorkspace();
        return call.Sees(workspace)
            ? ApiAnswer.Ok(WorkspaceJson.Full(workspace, call.Links))
            : throw ApiErrors.NoSuchWorkspace(call.Path("workspace"));
    }
}
