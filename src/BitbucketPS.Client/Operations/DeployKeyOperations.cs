using static BitbucketPS.Operations.OperationPaging;

namespace BitbucketPS.Operations;

/// <summary>SSH keys that give machines access to a repository or a project. Access tokens cannot change a repository's.</summary>
public static class DeployKeyOperations
{
    private static readonly OperationGroup s_group = new();

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Lists the deploy keys of a repository.</summary>
    public static Operation ListDeployKeys { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/deploy-keys", scopes: "repository repository:admin", granular: "admin:repository:bitbucket", paging: ByLink);

    /// <summary>Adds a deploy key to a repository.</summary>
    public static Operation CreateDeployKey { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/deploy-keys", scopes: "repository repository:admin", granular: "admin:repository:bitbucket write:ssh-key:bitbucket");

    /// <summary>Gets one deploy key of a repository.</summary>
    public static Operation GetDeployKey { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/deploy-keys/{key_id}", scopes: "repository repository:admin", granular: "admin:repository:bitbucket");

    /// <summary>Changes a deploy key of a repository.</summary>
    public static Operation UpdateDeployKey { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/deploy-keys/{key_id}", scopes: "repository repository:admin", granular: "admin:repository:bitbucket write:ssh-key:bitbucket");

    /// <summary>Deletes a deploy key of a repository.</summary>
    public static Operation DeleteDeployKey { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/deploy-keys/{key_id}", scopes: "repository repository:admin", granular: "admin:repository:bitbucket delete:ssh-key:bitbucket");

    /// <summary>Lists the deploy keys of a project.</summary>
    public static Operation ListProjectDeployKeys { get; } = s_group.Get("/workspaces/{workspace}/projects/{project_key}/deploy-keys", scopes: "project project:admin", granular: "admin:project:bitbucket", paging: ByLink);

    /// <summary>Adds a deploy key to a project.</summary>
    public static Operation CreateProjectDeployKey { get; } = s_group.Post("/workspaces/{workspace}/projects/{project_key}/deploy-keys", scopes: "project project:admin", granular: "admin:project:bitbucket write:ssh-key:bitbucket");

    /// <summary>Gets one deploy key of a project.</summary>
    public static Operation GetProjectDeployKey { get; } = s_group.Get("/workspaces/{workspace}/projects/{project_key}/deploy-keys/{key_id}", scopes: "project project:admin", granular: "admin:project:bitbucket");

    /// <summary>Deletes a deploy key of a project.</summary>
    public static Operation DeleteProjectDeployKey { get; } = s_group.Delete("/workspaces/{workspace}/projects/{project_key}/deploy-keys/{key_id}", scopes: "project project:admin", granular: "admin:project:bitbucket delete:ssh-key:bitbucket");
}
