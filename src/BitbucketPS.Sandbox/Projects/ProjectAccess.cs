namespace BitbucketPS.Sandbox;

/// <summary>Finds the project of a path for those who may do what they ask for.</summary>
internal static class ProjectAccess
{
    /// <summary>The project of the path.</summary>
    /// <param name="call">Who asks.</param>
    /// <param name="level">What the operation does with it.</param>
    /// <exception cref="ApiException">404 if there is none that who asks may see; 403 if they may not do this with it.</exception>
    public static (Workspace Workspace, Project Project) RequireProject(this ApiCall call, AccessLevel level = AccessLevel.Read)
    {
        Workspace workspace = call.RequireWorkspace();
        string key = call.Path("project_key");
        Project? project = call.World.FindProject(workspace, key);
        AccessLevel held = project is null ? AccessLevel.None : LevelOf(call, workspace, project);
        if (project is null || held is AccessLevel.None)
        {
            throw new ApiException(404, $"Project with key {key} does not exist.");
        }

        return held >= level ? (workspace, project) : throw ApiErrors.NoAdmin("project");
    }

    /// <summary>What who asks may do with the repositories of a project.</summary>
    public static AccessLevel LevelOf(ApiCall call, Workspace workspace, Project project)
    {
        AccessLevel open = project.IsPrivate ? AccessLevel.None : AccessLevel.Read;
        if (call.Credential is not { } credential)
        {
            return open;
        }

        if (credential.Reach is { } reach)
        {
            bool isInside = reach.Touches(workspace) && reach.RepositoryUuid is null
                && (reach.ProjectUuid is null || string.Equals(reach.ProjectUuid, project.Uuid, StringComparison.Ordinal));
            return isInside ? AccessLevel.Admin : AccessLevel.None;
        }

        AccessLevel held = AccessRules.LevelOf(call.World, credential.Account, workspace, project);
        bool worksInside = call.World.RepositoriesOf(workspace).Any(repository => string.Equals(repository.Project.Uuid, project.Uuid, StringComparison.Ordinal)
            && AccessRules.LevelOf(credential.Account, repository) >= AccessLevel.Read);

        // A public repository opens nothing of the project around it.
        AccessLevel least = worksInside ? AccessLevel.Read : open;
        return held > least ? held : least;
    }
}
