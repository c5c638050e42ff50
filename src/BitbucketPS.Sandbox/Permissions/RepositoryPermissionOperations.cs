using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations about effective permissions on repositories.</summary>
internal static class RepositoryPermissionOperations
{
    private static readonly FieldSchema s_schema = FieldSchema.Of("repository_permission").With("permission", QueryFieldType.Level);

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add("GET /workspaces/{workspace}/permissions/repositories", List);
        handlers.Add("GET /workspaces/{workspace}/permissions/repositories/{repo_slug}", ListOfRepository);
        handlers.Add("GET /user/workspaces/{workspace}/permissions/repositories", ListMine);
    }

    private static ApiAnswer List(ApiCall call)
    {
        Workspace workspace = call.RequireAdministeredWorkspace();
        EffectivePermissions permissions = new(call.World, workspace);
        return Page(call.World.RepositoriesOf(workspace).SelectMany(permissions.Of), call);
    }

    private static ApiAnswer ListOfRepository(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository(AccessLevel.Admin);
        return Page(new EffectivePermissions(call.World, repository.Workspace).Of(repository), call);
    }

    private static ApiAnswer ListMine(ApiCall call)
    {
        Workspace workspace = call.RequireOwnWorkspace();
        Account account = call.RequireAccount();
        return Page(
            call.World.RepositoriesOf(workspace)
                .Select(repository => new EffectivePermission(account, repository, AccessRules.LevelOf(account, repository)))
                .Where(permission => permission.Level > AccessLevel.None),
            call);
    }

    private static ApiAnswer Page(IEnumerable<EffectivePermission> permissions, ApiCall call)
        => ApiAnswer.Ok(ItemList.ToPage([.. permissions.Select(permission => new Lazy<JsonObject>(() => ToJson(permission, call)))], s_schema, call));

    private static JsonObject ToJson(EffectivePermission permission, ApiCall call) => new()
    {
        ["type"] = "repository_permission",
        ["permission"] = (permission.Level is AccessLevel.CreateRepository ? AccessLevel.Write : permission.Level).ToText(),
        ["user"] = AccountJson.Brief(permission.Account, call.Links),
        ["repository"] = RepositoryJson.Brief(permission.Repository, call.Links),
    };
}
