using static BitbucketPS.Operations.OperationPaging;

namespace BitbucketPS.Operations;

/// <summary>Repositories, their forks and watchers, and the settings they inherit.</summary>
public static class RepositoryOperations
{
    private static readonly OperationGroup s_group = new();

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Listed every public repository of the service.</summary>
    public static Operation ListPublicRepositories { get; } = s_group.Get("/repositories", scopes: "repository", granular: "read:repository:bitbucket", paging: ByLink, query: "after role q sort", end: OperationEnd.Removed(2026, 4, 14, "GET /user/workspaces, then GET /repositories/{workspace} for each"));

    /// <summary>Lists the repositories of a workspace.</summary>
    public static Operation ListRepositories { get; } = s_group.Get("/repositories/{workspace}", scopes: "repository", granular: "read:repository:bitbucket", paging: ByLink, query: "role q sort");

    /// <summary>Gets one repository.</summary>
    public static Operation GetRepository { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}", scopes: "repository", granular: "read:repository:bitbucket");

    /// <summary>Changes a repository; a new name moves it, and the answer's Location says where to.</summary>
    public static Operation UpdateRepository { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}", scopes: "repository:admin", granular: "admin:repository:bitbucket");

    /// <summary>Creates a repository.</summary>
    public static Operation CreateRepository { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}", scopes: "repository:admin", granular: "admin:repository:bitbucket");

    /// <summary>Deletes a repository.</summary>
    public static Operation DeleteRepository { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}", scopes: "repository:delete", granular: "delete:repository:bitbucket", query: "redirect_to");

    /// <summary>Lists the forks of a repository.</summary>
    public static Operation ListForks { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/forks", scopes: "repository", granular: "read:repository:bitbucket", paging: ByLink, query: "role q sort");

    /// <summary>Forks a repository.</summary>
    public static Operation CreateFork { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/forks", scopes: "repository:write", granular: "read:repository:bitbucket write:repository:bitbucket");

    /// <summary>Gets which settings a repository inherits from its project.</summary>
    public static Operation GetSettingInheritance { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/override-settings", scopes: "repository:admin", granular: "admin:repository:bitbucket");

    /// <summary>Sets which settings a repository inherits from its project.</summary>
    public static Operation UpdateSettingInheritance { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/override-settings", scopes: "repository:admin", granular: "admin:repository:bitbucket");

    /// <summary>Lists the accounts that watch a repository.</summary>
    public static Operation ListRepositoryWatchers { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/watchers", scopes: "repository", granular: "read:repository:bitbucket", paging: ByLink);
}
