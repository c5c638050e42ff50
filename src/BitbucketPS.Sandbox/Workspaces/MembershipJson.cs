using System.Globalization;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Memberships as the API answers them.</summary>
internal static class MembershipJson
{
    public static JsonObject Full(Membership membership, Workspace workspace, ApiCall call) => new()
    {
        ["type"] = "workspace_membership",
        ["user"] = AccountJson.Brief(call.World.FindAccount(membership.AccountUuid)!, call.Links),
        ["workspace"] = WorkspaceJson.Brief(workspace, call.Links),
        ["permission"] = membership.Permission,
        ["added_on"] = Time(membership.AddedOn),
        ["last_accessed"] = null,
        ["links"] = new JsonObject
        {
            ["self"] = call.Links.Api($"workspaces/{workspace.Slug}/members/{PercentCoding.Encode(membership.AccountUuid)}"),
        },
    };

    // The one time of the API that says no time zone.
    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
