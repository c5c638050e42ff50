using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Workspaces as the API answers them.</summary>
internal static class WorkspaceJson
{
    /// <summary>The short form, as in repositories.</summary>
    public static JsonObject Brief(Workspace workspace, ApiLinks links) => new()
    {
        ["type"] = "workspace",
        ["uuid"] = workspace.Uuid,
        ["name"] = workspace.Name,
        ["slug"] = workspace.Slug,
        ["links"] = new JsonObject
        {
            ["avatar"] = links.Site($"workspaces/{workspace.Slug}/avatar/"),
            ["html"] = links.Site($"{workspace.Slug}/"),
            ["self"] = links.Api($"workspaces/{workspace.Slug}"),
        },
    };

    /// <summary>The workspace as what owns something: one that is not a person's own is what the API still calls a team.</summary>
    public static JsonObject Owner(Workspace workspace, ApiLinks links) => new()
    {
        ["type"] = "team",
        ["username"] = workspace.Slug,
        ["display_name"] = workspace.Name,
        ["uuid"] = workspace.Uuid,
        ["links"] = new JsonObject
        {
            ["self"] = links.Api($"workspaces/{PercentCoding.Encode(workspace.Uuid)}"),
            ["avatar"] = links.Site($"account/{workspace.Slug}/avatar/"),
            ["html"] = links.Site($"{PercentCoding.Encode(workspace.Uuid)}/"),
        },
    };

    /// <summary>The long form.</summary>
    public static JsonObject Full(Workspace workspace, ApiLinks links)
    {
        JsonObject json = Brief(workspace, links);
        json["is_private"] = true;
        json["created_on"] = AccountJson.Time(workspace.CreatedOn);
        json["is_privacy_enforced"] = false;
        json["forking_mode"] = "allow_forks";
        json["links"]!["members"] = links.Api($"workspaces/{workspace.Slug}/members");
        json["links"]!["owners"] = links.Api($"workspaces/{workspace.Slug}/members?q=permission%3D%22owner%22");
        json["links"]!["snippets"] = links.Api($"snippets/{workspace.Slug}");
        json["links"]!["projects"] = links.Api($"workspaces/{workspace.Slug}/projects");
        json["links"]!["repositories"] = links.Api($"repositories/{workspace.Slug}");
        return json;
    }

    /// <summary>An item of <c>/2.0/user/workspaces</c>.</summary>
    public static JsonObject Access(Workspace workspace, bool isAdministrator, ApiLinks links) => new()
    {
        ["type"] = "workspace_access",
        ["administrator"] = isAdministrator,
        ["workspace"] = Brief(workspace, links),
    };
}
