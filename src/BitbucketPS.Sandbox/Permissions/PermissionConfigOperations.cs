using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations about the permissions that people and groups were given on repositories and projects.</summary>
internal static class PermissionConfigOperations
{
    private static readonly FieldSchema s_schema = FieldSchema.Of("object");

    public static void AddTo(HandlerTable handlers)
    {
        AddTo(handlers, "~", PermissionTarget.OfRepository);
        AddTo(handlers, "/workspaces/{workspace}/projects/{project_key}", PermissionTarget.OfProject);
    }

    private static void AddTo(HandlerTable handlers, string path, Func<ApiCall, PermissionTarget> find)
    {
        string users = $"{path}/permissions-config/users";
        handlers.Add($"GET {users}", call => List(call, find(call), ofGroups: false));
        handlers.Add($"GET {users}/{{selected_user_id}}", call => Get(call, find(call), RequireUser(call)));
        handlers.Add($"PUT {users}/{{selected_user_id}}", call => Set(call, find(call), RequireUser(call)));
        handlers.Add($"DELETE {users}/{{selected_user_id}}", call => Remove(call, find(call), RequireUser(call)));
        string groups = $"{path}/permissions-config/groups";
        handlers.Add($"GET {groups}", call => List(call, find(call), ofGroups: true));
        handlers.Add($"GET {groups}/{{group_slug}}", call => Get(call, find(call), RequireGroup(call)));
        handlers.Add($"PUT {groups}/{{group_slug}}", call => Set(call, find(call), RequireGroup(call)));
        handlers.Add($"DELETE {groups}/{{group_slug}}", call => Remove(call, find(call), RequireGroup(call)));
    }

    private static string RequireUser(ApiCall call) => call.RequireNamedAccount("selected_user_id").Uuid;

    private static string RequireGroup(ApiCall call)
    {
        string slug = call.Path("group_slug");
        return call.Data.Find<Group>(slug, call.RequireWorkspace().Uuid) is { } group ? Grant.HolderOf(group) : throw ApiErrors.NotFound($"Group {slug}");
    }

    private static ApiAnswer List(ApiCall call, PermissionTarget target, bool ofGroups)
    {
        IEnumerable<Lazy<JsonObject>> items = call.Data.All<Grant>(target.Uuid)
            .Where(grant => grant.IsOfGroup == ofGroups)
            .Select(grant => new Lazy<JsonObject>(() => GrantJson.Full(grant, target, call)));
        return ApiAnswer.Ok(ItemList.ToPage([.. items], s_schema, call));
    }

    // Who was given nothing has the permission "none".
    private static ApiAnswer Get(ApiCall call, PermissionTarget target, string holder)
        => ApiAnswer.Ok(GrantJson.Full(call.Data.Find<Grant>(holder, target.Uuid) ?? new(holder, AccessLevel.None), target, call));

    private static ApiAnswer Set(ApiCall call, PermissionTarget target, string holder)
    {
        Grant grant = new(holder, AccessLevels.Parse(call.Json.RequireText("permission")));
        call.Data.Put(grant, target.Uuid);
        return ApiAnswer.Ok(GrantJson.Full(grant, target, call));
    }

    private static ApiAnswer Remove(ApiCall call, PermissionTarget target, string holder)
    {
        call.Data.Remove<Grant>(holder, target.Uuid);
        return ApiAnswer.NoContent;
    }
}
