using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations about workspaces.</summary>
internal static class WorkspaceOperations
{
    private static readonly Dictionary<string, QueryFieldType> s_accessSchema = new(StringComparer.Ordinal) { ["workspace.slug"] = QueryFieldType.Text };

    public static IEnumerable<ApiOperation> All { get; } =
    [
        new("GET", "/2.0/user/workspaces", RequiredScopes.ListWorkspaces, ListMineAsync)
        {
            NeedsAccount = true,
            QueryNames = [.. PageRequest.Names, "sort"],
        },
        new("GET", "/2.0/workspaces/{workspace}", RequiredScopes.ReadWorkspace, GetAsync) { NeedsAccount = true },
    ];

    private static Task<ApiAnswer> ListMineAsync(ApiCall call)
    {
        Credential credential = call.RequireCredential();
        IEnumerable<Lazy<JsonObject>> items = call.World.Workspaces
            .Where(credential.Sees)
            .Select(workspace => new Lazy<JsonObject>(WorkspaceJson.Access(workspace, call.Links)));
        return Task.FromResult(ApiAnswer.Ok(ItemList.ToPage([.. items], s_accessSchema, call)));
    }

    private static Task<ApiAnswer> GetAsync(ApiCall call)
    {
        Workspace workspace = call.RequireWorkspace();
        return call.RequireCredential().Sees(workspace)
            ? Task.FromResult(ApiAnswer.Ok(WorkspaceJson.Full(workspace, call.Links)))
            : throw ApiErrors.NoSuchWorkspace(workspace.Slug);
    }
}
