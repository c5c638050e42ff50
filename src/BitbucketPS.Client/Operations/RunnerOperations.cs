using static BitbucketPS.Operations.OperationPaging;

namespace BitbucketPS.Operations;

/// <summary>Self-hosted runners of repositories and workspaces.</summary>
public static class RunnerOperations
{
    private static readonly OperationGroup s_group = new();

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Lists the runners of a repository.</summary>
    public static Operation ListRepositoryRunners { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pipelines-config/runners", scopes: "runner", granular: "read:runner:bitbucket", paging: ByLink);

    /// <summary>Creates a runner of a repository; the only answer that holds its secret.</summary>
    public static Operation CreateRepositoryRunner { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/pipelines-config/runners", scopes: "runner:write", granular: "write:runner:bitbucket read:runner:bitbucket");

    /// <summary>Gets one runner of a repository.</summary>
    public static Operation GetRepositoryRunner { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pipelines-config/runners/{runner_uuid}", scopes: "runner", granular: "read:runner:bitbucket");

    /// <summary>Changes a runner of a repository.</summary>
    public static Operation UpdateRepositoryRunner { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/pipelines-config/runners/{runner_uuid}", scopes: "runner:write", granular: "read:runner:bitbucket write:runner:bitbucket");

    /// <summary>Deletes a runner of a repository.</summary>
    public static Operation DeleteRepositoryRunner { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/pipelines-config/runners/{runner_uuid}", scopes: "runner:write", granular: "write:runner:bitbucket");

    /// <summary>Lists the runners of a workspace.</summary>
    public static Operation ListWorkspaceRunners { get; } = s_group.Get("/workspaces/{workspace}/pipelines-config/runners", scopes: "runner", granular: "read:runner:bitbucket", paging: ByLink);

    /// <summary>Creates a runner of a workspace; the only answer that holds its secret.</summary>
    public static Operation CreateWorkspaceRunner { get; } = s_group.Post("/workspaces/{workspace}/pipelines-config/runners", scopes: "runner:write", granular: "write:runner:bitbucket read:runner:bitbucket");

    /// <summary>Gets one runner of a workspace.</summary>
    public static Operation GetWorkspaceRunner { get; } = s_group.Get("/workspaces/{workspace}/pipelines-config/runners/{runner_uuid}", scopes: "runner", granular: "read:runner:bitbucket");

    /// <summary>Changes a runner of a workspace.</summary>
    public static Operation UpdateWorkspaceRunner { get; } = s_group.Put("/workspaces/{workspace}/pipelines-config/runners/{runner_uuid}", scopes: "runner:write", granular: "read:runner:bitbucket write:runner:bitbucket");

    /// <summary>Deletes a runner of a workspace.</summary>
    public static Operation DeleteWorkspaceRunner { get; } = s_group.Delete("/workspaces/{workspace}/pipelines-config/runners/{runner_uuid}", scopes: "runner:write", granular: "write:runner:bitbucket");
}
