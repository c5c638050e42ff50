using static BitbucketPS.Operations.OperationPaging;

namespace BitbucketPS.Operations;

/// <summary>Workspaces and their members.</summary>
public static class WorkspaceOperations
{
    private static readonly OperationGroup s_group = new();

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Listed every workspace the signed-in account can see.</summary>
    public static Operation ListWorkspaces { get; } = s_group.Get("/workspaces", scopes: "account", granular: "read:user:bitbucket read:workspace:bitbucket", paging: ByLink, query: "role q sort", end: OperationEnd.Removed(2026, 4, 14, "GET /user/workspaces"));

    /// <summary>Lists the workspaces of the signed-in account; each item wraps its workspace.</summary>
    public static Operation ListUserWorkspaces { get; } = s_group.Get("/user/workspaces", scopes: "account", granular: "read:workspace:bitbucket", paging: ByLink, query: "sort administrator");

    /// <summary>Gets one workspace.</summary>
    public static Operation GetWorkspace { get; } = s_group.Get("/workspaces/{workspace}", granular: "read:workspace:bitbucket");

    /// <summary>Lists the members of a workspace.</summary>
    public static Operation ListWorkspaceMembers { get; } = s_group.Get("/workspaces/{workspace}/members", scopes: "account", granular: "read:workspace:bitbucket", paging: ByLink);

    /// <summary>Gets the membership of one user in a workspace.</summary>
    public static Operation GetWorkspaceMember { get; } = s_group.Get("/workspaces/{workspace}/members/{member}", scopes: "account", granular: "read:workspace:bitbucket");

    /// <summary>Gets the public keys with which the service signs commits of a workspace.</summary>
    public static Operation GetWorkspaceGpgPublicKey { get; } = s_group.Get("/workspaces/{workspace}/settings/gpg/public-key", scopes: "account", granular: "read:workspace:bitbucket");
}
