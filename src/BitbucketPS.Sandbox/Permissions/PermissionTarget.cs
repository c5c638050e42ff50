using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>A repository or project whose permissions are looked at or changed.</summary>
/// <param name="Kind"><c>repository</c> or <c>project</c>.</param>
/// <param name="Uuid">Which one; it owns the permissions.</param>
/// <param name="Workspace">Where it is.</param>
/// <param name="Path">Its address, below <c>/2.0</c>.</param>
/// <param name="Json">How permissions show it.</param>
internal sealed record PermissionTarget(string Kind, string Uuid, Workspace Workspace, string Path, JsonObject Json)
{
    public static PermissionTarget OfRepository(ApiCall call)
    {
        RequirePerson(call);
        HostedRepository repository = call.RequireRepository(AccessLevel.Admin);
        RequireApiToken(call);
        return new("repository", repository.Uuid, repository.Workspace, $"repositories/{repository.FullName}", RepositoryJson.Brief(repository, call.Links));
    }

    public static PermissionTarget OfProject(ApiCall call)
    {
        RequirePerson(call);
        (Workspace workspace, Project project) = call.RequireProject(AccessLevel.Admin);
        RequireApiToken(call);
        string path = $"workspaces/{workspace.Slug}/projects/{project.Key}";
        return new("project", project.Uuid, workspace, path, ProjectJson.Brief(project, workspace, call.Links));
    }

    // Atlassian's documentation: access tokens of repositories, projects and workspaces can neither read nor change permissions.
    private static void RequirePerson(ApiCall call)
    {
        if (call.Credential?.Reach is not null)
        {
            throw new ApiException(403, "Access tokens of repositories, projects and workspaces have no access to permissions.");
        }
    }

    // Atlassian's documentation: applications are not to change permissions, so that OAuth is refused whatever its scopes are. The app
    // passwords that it names are gone; API tokens, which have scopes for this, took their place.
    private static void RequireApiToken(ApiCall call)
    {
        if (call.Operation.Changes && call.Credential?.Type is not CredentialTypes.ApiToken)
        {
            throw new ApiException(403, "Permissions cannot be changed with OAuth. Use an API token.");
        }
    }
}
