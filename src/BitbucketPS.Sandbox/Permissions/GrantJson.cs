using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Permissions that were given, as the API answers them.</summary>
internal static class GrantJson
{
    public static JsonObject Full(Grant grant, PermissionTarget target, ApiCall call)
    {
        string holder = grant.IsOfGroup ? "group" : "user";
        (JsonObject json, string id) = grant.IsOfGroup ? OfGroup(grant, target, call) : OfUser(grant, call);
        return new()
        {
            ["type"] = $"{target.Kind}_{holder}_permission",
            ["permission"] = grant.Level.ToText(),
            [holder] = json,
            [target.Kind] = target.Json.DeepClone(),
            ["links"] = new JsonObject { ["self"] = call.Links.Api($"{target.Path}/permissions-config/{holder}s/{id}") },
        };
    }

    private static (JsonObject Json, string Id) OfUser(Grant grant, ApiCall call)
        => (AccountJson.Brief(call.World.FindAccount(grant.Holder)!, call.Links), PercentCoding.Encode(grant.Holder));

    private static (JsonObject Json, string Id) OfGroup(Grant grant, PermissionTarget target, ApiCall call)
    {
        Group group = call.Data.All<Group>(target.Workspace.Uuid)
            .First(group => string.Equals(Grant.HolderOf(group), grant.Holder, StringComparison.OrdinalIgnoreCase));
        return (GroupJson.Brief(group, target.Workspace, call.Links), group.Slug);
    }
}
