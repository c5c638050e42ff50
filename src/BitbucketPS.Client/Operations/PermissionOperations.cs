using static BitbucketPS.Operations.OperationPaging;

namespace BitbucketPS.Operations;

/// <summary>Who may do what with repositories, projects and workspaces.</summary>
public static class PermissionOperations
{
    private static readonly OperationGroup s_group = new();

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Lists the groups that have explicit permission on a repository.</summary>
    public static Operation ListRepositoryGroupPermissions { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/permissions-config/groups", scopes: "repository:admin", granular: "read:repository:bitbucket", paging: ByLink);

    /// <summary>Gets the explicit permission of a group on a repository.</summary>
    public static Operation GetRepositoryGroupPermission { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/permissions-config/groups/{group_slug}", scopes: "repository:admin", granular: "read:repository:bitbucket");

    /// <summary>Sets the explicit permission of a group on a repository.</summary>
    public static Operation SetRepositoryGroupPermission { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/permissions-config/groups/{group_slug}", scopes: "repository:admin", granular: "admin:repository:bitbucket write:permission:bitbucket");

    /// <summary>Deletes the explicit permission of a group on a repository.</summary>
    public static Operation DeleteRepositoryGroupPermission { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/permissions-config/groups/{group_slug}", scopes: "repository:admin", granular: "admin:repository:bitbucket delete:permission:bitbucket");

    /// <summary>Lists the users who have explicit permission on a repository.</summary>
    public static Operation ListRepositoryUserPermissions { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/permissions-config/users", scopes: "repository:admin", granular: "read:repository:bitbucket", paging: ByLink);

    /// <summary>Gets the explicit permission of a user on a repository.</summary>
    public static Operation GetRepositoryUserPermission { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/permissions-config/users/{selected_user_id}", scopes: "repository:admin", granular: "read:repository:bitbucket");

    /// <summary>Sets the explicit permission of a user on a repository; 402 where the plan has no seat left.</summary>
    public static Operation SetRepositoryUserPermission { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/permissions-config/users/{selected_user_id}", scopes: "repository:admin", granular: "admin:repository:bitbucket write:permission:bitbucket");

    /// <summary>Deletes the explicit permission of a user on a repository.</summary>
    public static Operation DeleteRepositoryUserPermission { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/permissions-config/users/{selected_user_id}", scopes: "repository:admin", granular: "admin:repository:bitbucket delete:permission:bitbucket");

    /// <summary>Lists the groups that have explicit permission on a project.</summary>
    public static Operation ListProjectGroupPermissions { get; } = s_group.Get("/workspaces/{workspace}/projects/{project_key}/permissions-config/groups", scopes: "project:admin", granular: "read:project:bitbucket", paging: ByLink);

    /// <summary>Gets the explicit permission of a group on a project.</summary>
    public static Operation GetProjectGroupPermission { get; } = s_group.Get("/workspaces/{workspace}/projects/{project_key}/permissions-config/groups/{group_slug}", scopes: "project:admin", granular: "read:project:bitbucket");

    /// <summary>Sets the explicit permission of a group on a project.</summary>
    public static Operation SetProjectGroupPermission { get; } = s_group.Put("/workspaces/{workspace}/projects/{project_key}/permissions-config/groups/{group_slug}", scopes: "project:admin", granular: "admin:project:bitbucket write:permission:bitbucket");

    /// <summary>Deletes the explicit permission of a group on a project.</summary>
    public static Operation DeleteProjectGroupPermission { get; } = s_group.Delete("/workspaces/{workspace}/projects/{project_key}/permissions-config/groups/{group_slug}", scopes: "project:admin", granular: "admin:project:bitbucket delete:permission:bitbucket");

    /// <summary>Lists the users who have explicit permission on a project.</summary>
    public static Operation ListProjectUserPermissions { get; } = s_group.Get("/workspaces/{workspace}/projects/{project_key}/permissions-config/users", scopes: "project:admin", granular: "read:project:bitbucket", paging: ByLink);

    /// <summary>Gets the explicit permission of a user on a project.</summary>
    public static Operation GetProjectUserPermission { get; } = s_group.Get("/workspaces/{workspace}/projects/{project_key}/permissions-config/users/{selected_user_id}", scopes: "project:admin", granular: "read:project:bitbucket");

    /// <summary>Sets the explicit permission of a user on a project; 402 where the plan has no seat left.</summary>
    public static Operation SetProjectUserPermission { get; } = s_group.Put("/workspaces/{workspace}/projects/{project_key}/permissions-config/users/{selected_user_id}", scopes: "project:admin", granular: "admin:project:bitbucket write:permission:bitbucket");

    /// <summary>Deletes the explicit permission of a user on a project.</summary>
    public static Operation DeleteProjectUserPermission { get; } = s_group.Delete("/workspaces/{workspace}/projects/{project_key}/permissions-config/users/{selected_user_id}", scopes: "project:admin", granular: "admin:project:bitbucket delete:permission:bitbucket");

    /// <summary>Lists the members of a workspace with the permission each has on it.</summary>
    public static Operation ListWorkspacePermissions { get; } = s_group.Get("/workspaces/{workspace}/permissions", scopes: "account", granular: "read:workspace:bitbucket", paging: ByNumber, query: "q");

    /// <summary>Lists the permissions of all users on all repositories of a workspace.</summary>
    public static Operation ListWorkspaceRepositoryPermissions { get; } = s_group.Get("/workspaces/{workspace}/permissions/repositories", scopes: "account", granular: "read:repository:bitbucket", paging: ByLink, query: "q sort");

    /// <summary>Lists the permissions of all users on one repository of a workspace.</summary>
    public static Operation ListEffectiveRepositoryPermissions { get; } = s_group.Get("/workspaces/{workspace}/permissions/repositories/{repo_slug}", scopes: "repository", granular: "read:repository:bitbucket", paging: ByLink, query: "q sort");

    /// <summary>Gets the permission of the signed-in account on a workspace.</summary>
    public static Operation GetUserWorkspacePermission { get; } = s_group.Get("/user/workspaces/{workspace}/permission", scopes: "account", granular: "read:workspace:bitbucket");

    /// <summary>Lists the permissions of the signed-in account on the repositories of a workspace.</summary>
    public static Operation ListUserRepositoryPermissions { get; } = s_group.Get("/user/workspaces/{workspace}/permissions/repositories", scopes: "account repository", granular: "read:repository:bitbucket", paging: ByLink, query: "q sort");

    /// <summary>Listed the permissions of the signed-in account on repositories of every workspace.</summary>
    public static Operation ListAllUserRepositoryPermissions { get; } = s_group.Get("/user/permissions/repositories", scopes: "account repository", granular: "read:repository:bitbucket", paging: ByLink, query: "q sort", end: OperationEnd.Removed(2026, 4, 14, "GET /user/workspaces/{workspace}/permissions/repositories"));

    /// <summary>Listed the permissions of the signed-in account on every workspace.</summary>
    public static Operation ListUserWorkspacePermissions { get; } = s_group.Get("/user/permissions/workspaces", scopes: "account", granular: "read:workspace:bitbucket read:user:bitbucket", paging: ByLink, query: "q sort", end: OperationEnd.Removed(2026, 4, 14, "GET /user/workspaces/{workspace}/permission"));
}
