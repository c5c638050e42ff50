using static BitbucketPS.Operations.OperationPaging;

namespace BitbucketPS.Operations;

/// <summary>Deployments, and the environments they go to.</summary>
public static class DeploymentOperations
{
    private static readonly OperationGroup s_group = new();

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Lists the deployments of a repository.</summary>
    public static Operation ListDeployments { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/deployments", scopes: "pipeline", granular: "read:pipeline:bitbucket", paging: ByLink);

    /// <summary>Gets one deployment.</summary>
    public static Operation GetDeployment { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/deployments/{deployment_uuid}", scopes: "pipeline", granular: "read:pipeline:bitbucket");

    /// <summary>Lists the deployment environments of a repository.</summary>
    public static Operation ListEnvironments { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/environments", scopes: "pipeline", granular: "read:pipeline:bitbucket", paging: ByLink);

    /// <summary>Creates a deployment environment.</summary>
    public static Operation CreateEnvironment { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/environments", scopes: "pipeline", granular: "admin:pipeline:bitbucket");

    /// <summary>Gets one deployment environment.</summary>
    public static Operation GetEnvironment { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/environments/{environment_uuid}", scopes: "pipeline", granular: "read:pipeline:bitbucket");

    /// <summary>Deletes a deployment environment.</summary>
    public static Operation DeleteEnvironment { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/environments/{environment_uuid}", scopes: "pipeline", granular: "admin:pipeline:bitbucket");

    /// <summary>Changes a deployment environment; answers 202 without a body.</summary>
    public static Operation UpdateEnvironment { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/environments/{environment_uuid}/changes", scopes: "pipeline", granular: "admin:pipeline:bitbucket");
}
