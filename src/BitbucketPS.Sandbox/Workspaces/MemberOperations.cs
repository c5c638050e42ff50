using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations about who belongs to a workspace.</summary>
internal static class MemberOperations
{
    private const string Email = "email";

    private static readonly FieldSchema s_schema = FieldSchema.Of("workspace_membership");
    private static readonly FieldSchema s_administratorSchema = s_schema.With("user.email", QueryFieldType.Text);

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET /workspaces/{workspace}/members", List);
        handlers.Add("GET /workspaces/{workspace}/members/{member}", Get);
        handlers.Add("GET /workspaces/{workspace}/permissions", List);
        handlers.Add("GET /user/workspaces/{workspace}/permission", GetMine);
    }

    // Administrators can ask for people by their addresses, which the answer does not tell all the same.
    private static ApiAnswer List(ApiCall call)
    {
        Workspace workspace = call.RequireOwnWorkspace();
        IEnumerable<Lazy<JsonObject>> items = call.Data.All<Membership>(workspace.Uuid).Select(membership => new Lazy<JsonObject>(() =>
        {
            JsonObject json = MembershipJson.Full(membership, workspace, call);
            json["user"]![Email] = call.World.FindAccount(membership.AccountUuid)!.Email;
            return json;
        }));
        JsonObject page = ItemList.ToPage([.. items], call.Administers(workspace) ? s_administratorSchema : s_schema, call);
        foreach (JsonNode? item in page["values"]!.AsArray())
        {
            ((JsonObject)item!["user"]!).Remove(Email);
        }

        return ApiAnswer.Ok(page);
    }

    private static ApiAnswer Get(ApiCall call)
    {
        Workspace workspace = call.RequireOwnWorkspace();
        return ApiAnswer.Ok(ToJson(call, workspace, call.RequireNamedAccount("member")));
    }

    private static ApiAnswer GetMine(ApiCall call)
        => ApiAnswer.Ok(ToJson(call, call.RequireOwnWorkspace(), call.RequireAccount()));

    private static JsonObject ToJson(ApiCall call, Workspace workspace, Account account)
        => call.Data.Find<Membership>(account.Uuid, workspace.Uuid) is { } membership
            ? MembershipJson.Full(membership, workspace, call)
            : throw new ApiException(404, $"{account.DisplayName} is not a member of workspace {workspace.Slug}.");
}
