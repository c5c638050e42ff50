namespace BitbucketPS.Sandbox;

/// <summary>What a credential is made for: a workspace, a project of it or one repository.</summary>
/// <remarks>It takes the place of memberships: the credential has all of it, and nothing beside it, public or not.</remarks>
/// <param name="WorkspaceUuid">Where it is.</param>
/// <param name="ProjectUuid">Null for all of them.</param>
/// <param name="RepositoryUuid">Null for all of them.</param>
internal sealed record Reach(string WorkspaceUuid, string? ProjectUuid = null, string? RepositoryUuid = null)
{
    public bool Includes(HostedRepository repository)
        => Same(repository.Workspace.Uuid, WorkspaceUuid)
            && (RepositoryUuid is null ? ProjectUuid is null || Same(repository.Project.Uuid, ProjectUuid) : Same(repository.Uuid, RepositoryUuid));

    /// <summary>Whether it is a workspace or something in it.</summary>
    public bool Touches(Workspace workspace) => Same(WorkspaceUuid, workspace.Uuid);

    /// <summary>Whether it is a workspace with everything in it.</summary>
    public bool Includes(Workspace workspace) => Touches(workspace) && ProjectUuid is null && RepositoryUuid is null;

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);
}
