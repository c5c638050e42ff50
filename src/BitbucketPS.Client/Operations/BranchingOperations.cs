using static BitbucketPS.Operations.OperationPaging;

namespace BitbucketPS.Operations;

/// <summary>Branch restrictions, and the branching models of repositories and projects.</summary>
public static class BranchingOperations
{
    private static readonly OperationGroup s_group = new();

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Lists the branch restrictions of a repository.</summary>
    public static Operation ListBranchRestrictions { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/branch-restrictions", scopes: "repository:admin", granular: "admin:repository:bitbucket", paging: ByLink, query: "kind pattern");

    /// <summary>Creates a branch restriction.</summary>
    public static Operation CreateBranchRestriction { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/branch-restrictions", scopes: "repository:admin", granular: "admin:repository:bitbucket");

    /// <summary>Gets one branch restriction.</summary>
    public static Operation GetBranchRestriction { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/branch-restrictions/{id}", scopes: "repository:admin", granular: "admin:repository:bitbucket");

    /// <summary>Changes a branch restriction.</summary>
    public static Operation UpdateBranchRestriction { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/branch-restrictions/{id}", scopes: "repository:admin", granular: "admin:repository:bitbucket");

    /// <summary>Deletes a branch restriction.</summary>
    public static Operation DeleteBranchRestriction { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/branch-restrictions/{id}", scopes: "repository:admin", granular: "admin:repository:bitbucket");

    /// <summary>Gets the branching model of a repository, with the branches it stands for.</summary>
    public static Operation GetBranchingModel { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/branching-model", scopes: "repository", granular: "read:repository:bitbucket");

    /// <summary>Gets the branching model of a repository as it is configured.</summary>
    public static Operation GetBranchingModelSettings { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/branching-model/settings", scopes: "repository:admin", granular: "admin:repository:bitbucket");

    /// <summary>Changes the branching model of a repository.</summary>
    public static Operation UpdateBranchingModelSettings { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/branching-model/settings", scopes: "repository:admin", granular: "admin:repository:bitbucket");

    /// <summary>Gets the branching model in force: the repository's own or its project's.</summary>
    public static Operation GetEffectiveBranchingModel { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/effective-branching-model", scopes: "repository", granular: "read:repository:bitbucket");

    /// <summary>Gets the branching model of a project.</summary>
    public static Operation GetProjectBranchingModel { get; } = s_group.Get("/workspaces/{workspace}/projects/{project_key}/branching-model", scopes: "project:admin", granular: "read:repository:bitbucket");

    /// <summary>Gets the branching model of a project as it is configured.</summary>
    public static Operation GetProjectBranchingModelSettings { get; } = s_group.Get("/workspaces/{workspace}/projects/{project_key}/branching-model/settings", scopes: "project:admin", granular: "admin:project:bitbucket");

    /// <summary>Changes the branching model of a project.</summary>
    public static Operation UpdateProjectBranchingModelSettings { get; } = s_group.Put("/workspaces/{workspace}/projects/{project_key}/branching-model/settings", scopes: "project:admin", granular: "admin:project:bitbucket");
}
