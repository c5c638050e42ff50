using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Groups as API 2.0 answers them, where they hold something.</summary>
internal static class GroupJson
{
    public static JsonObject Brief(Group group, Workspace workspace, ApiLinks links) => new()
    {
        ["type"] = "group",
        ["name"] = group.Name,
        ["slug"] = group.Slug,
        ["full_slug"] = $"{workspace.Slug}:{group.Slug}",
        ["owner"] = WorkspaceJson.Owner(workspace, links),
        ["workspace"] = WorkspaceJson.Brief(workspace, links),
        ["links"] = new JsonObject
        {
            ["self"] = links.Api($"groups/{workspace.Slug}/{group.Slug}"),
            ["html"] = links.Site($"{workspace.Slug}/workspace/settings/groups/{group.Slug}"),
        },
    };
}
