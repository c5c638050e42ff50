using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations about workspaces.</summary>
internal static class WorkspaceOperations
{
    private static readonly FieldSchema s_accessSchema = FieldSchema.Of("workspace_access");

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET /user/workspaces", ListMine);
        handlers.Add("GET /workspaces/{workspace}", Get);
    }

    private static ApiAnswer ListMine(ApiCall call)
    {
        IEnumerable<Lazy<JsonObject>> items = call.World.Workspaces
            .Where(call.Sees)
            .Select(workspace => new Lazy<JsonObject>(WorkspaceJson.Access(workspace, call.Links)));
        return ApiAnswer.Ok(ItemList.ToPage([.. items], s_accessSchema, call));
    }

    private static ApiAnswer Get(ApiCall call)
    {
        Workspace workspace = call.RequireWorkspace();
        return call.Sees(workspace)
            ? ApiAnswer.Ok(WorkspaceJson.Full(workspace, call.Links))
            : throw ApiErrors.NoSuchWorkspace(call.Path("workspace"));
    }
}
