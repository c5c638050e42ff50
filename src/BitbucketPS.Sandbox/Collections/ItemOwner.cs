namespace BitbucketPS.Sandbox;

/// <summary>What a collection belongs to.</summary>
/// <param name="Key">Its owner in the store; begins with the UUID of the repository or workspace, with which it goes.</param>
/// <param name="Workspace">The workspace, or that of the repository.</param>
/// <param name="Repository">Null if it is not inside a repository.</param>
internal sealed record ItemOwner(string Key, Workspace Workspace, HostedRepository? Repository = null)
{
    /// <summary>The repository of the path.</summary>
    /// <exception cref="ApiException">401, 403 or 404.</exception>
    public static ItemOwner OfRepository(ApiCall call, AccessLevel level)
    {
        // How a repository is set up is nobody's business who has not said who they are, even if its code is open to all.
        call.RequireCredential();
        HostedRepository repository = call.RequireRepository(level);
        return new(repository.Uuid, repository.Workspace, repository);
    }

    /// <summary>The workspace of the path.</summary>
    /// <exception cref="ApiException">401, 403 or 404.</exception>
    public static ItemOwner OfWorkspace(ApiCall call, AccessLevel level)
    {
        call.RequireCredential();
        Workspace workspace = level is AccessLevel.Admin ? call.RequireAdministeredWorkspace() : call.RequireOwnWorkspace();
        return new(workspace.Uuid, workspace);
    }

    /// <summary>Something inside what this is.</summary>
    public ItemOwner Inside(string name) => this with { Key = $"{Key}/{name}" };
}
