using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Projects as the API answers them.</summary>
internal static class ProjectJson
{
    /// <summary>The short form, as in repositories.</summary>
    public static JsonObject Brief(Project project, Workspace workspace, ApiLinks links) => new()
    {
        ["type"] = "project",
        ["key"] = project.Key,
        ["uuid"] = project.Uuid,
        ["name"] = project.Name,
        ["links"] = new JsonObject
        {
            ["self"] = links.Api($"workspaces/{workspace.Slug}/projects/{project.Key}"),
            ["html"] = links.Site($"{workspace.Slug}/workspace/projects/{project.Key}"),
            ["avatar"] = links.Site($"{workspace.Slug}/workspace/projects/{project.Key}/avatar/32"),
        },
    };

    /// <summary>The long form.</summary>
    public static JsonObject Full(Project project, Workspace workspace, ApiCall call)
    {
        JsonObject json = Brief(project, workspace, call.Links);
        json["owner"] = WorkspaceJson.Owner(workspace, call.Links);
        json["workspace"] = WorkspaceJson.Brief(workspace, call.Links);
        json["description"] = project.Description;
        json["is_private"] = project.IsPrivate;
        json["created_on"] = AccountJson.Time(project.CreatedOn);
        json["updated_on"] = AccountJson.Time(project.UpdatedOn);
        json["has_publicly_visible_repos"] = call.World.RepositoriesOf(workspace)
            .Any(repository => !repository.IsPrivate && string.Equals(repository.Project.Uuid, project.Uuid, StringComparison.Ordinal));

        // The raw quotes are the service's own: this address cannot be followed as it stands.
        json["links"]!["repositories"] = call.Links.Api($"repositories/{workspace.Slug}?q=project.key=\"{project.Key}\"");
        return json;
    }
}
