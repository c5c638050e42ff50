using static BitbucketPS.Operations.OperationPaging;

namespace BitbucketPS.Operations;

/// <summary>Variables of pipelines, at every level that has some.</summary>
public static class VariableOperations
{
    private static readonly OperationGroup s_group = new();

    private static readonly OperationEnd s_user = OperationEnd.Deprecated("the same below /workspaces/{workspace}/pipelines-config/variables");

    private static readonly OperationEnd s_team = OperationEnd.Removed("the same below /workspaces/{workspace}/pipelines-config/variables");

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Lists the variables of a deployment environment.</summary>
    public static Operation ListEnvironmentVariables { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/deployments_config/environments/{environment_uuid}/variables", scopes: "pipeline", granular: "read:pipeline:bitbucket", paging: ByNumber);

    /// <summary>Creates a variable of a deployment environment.</summary>
    public static Operation CreateEnvironmentVariable { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/deployments_config/environments/{environment_uuid}/variables", scopes: "pipeline:variable", granular: "admin:pipeline:bitbucket");

    /// <summary>Changes a variable of a deployment environment.</summary>
    public static Operation UpdateEnvironmentVariable { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/deployments_config/environments/{environment_uuid}/variables/{variable_uuid}", scopes: "pipeline:variable", granular: "admin:pipeline:bitbucket");

    /// <summary>Deletes a variable of a deployment environment.</summary>
    public static Operation DeleteEnvironmentVariable { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/deployments_config/environments/{environment_uuid}/variables/{variable_uuid}", scopes: "pipeline:variable", granular: "admin:pipeline:bitbucket");

    /// <summary>Lists the variables of a repository.</summary>
    public static Operation ListRepositoryVariables { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pipelines_config/variables", scopes: "pipeline", granular: "read:pipeline:bitbucket", paging: ByNumber);

    /// <summary>Creates a variable of a repository.</summary>
    public static Operation CreateRepositoryVariable { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/pipelines_config/variables", scopes: "pipeline:variable", granular: "admin:pipeline:bitbucket");

    /// <summary>Gets one variable of a repository.</summary>
    public static Operation GetRepositoryVariable { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pipelines_config/variables/{variable_uuid}", scopes: "pipeline", granular: "read:pipeline:bitbucket");

    /// <summary>Changes a variable of a repository.</summary>
    public static Operation UpdateRepositoryVariable { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/pipelines_config/variables/{variable_uuid}", scopes: "pipeline:variable", granular: "admin:pipeline:bitbucket");

    /// <summary>Deletes a variable of a repository.</summary>
    public static Operation DeleteRepositoryVariable { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/pipelines_config/variables/{variable_uuid}", scopes: "pipeline:variable", granular: "admin:pipeline:bitbucket");

    /// <summary>Lists the variables of a workspace.</summary>
    public static Operation ListWorkspaceVariables { get; } = s_group.Get("/workspaces/{workspace}/pipelines-config/variables", scopes: "pipeline", granular: "read:pipeline:bitbucket", paging: ByNumber);

    /// <summary>Creates a variable of a workspace.</summary>
    public static Operation CreateWorkspaceVariable { get; } = s_group.Post("/workspaces/{workspace}/pipelines-config/variables", scopes: "pipeline:variable", granular: "admin:pipeline:bitbucket");

    /// <summary>Gets one variable of a workspace.</summary>
    public static Operation GetWorkspaceVariable { get; } = s_group.Get("/workspaces/{workspace}/pipelines-config/variables/{variable_uuid}", scopes: "pipeline", granular: "read:pipeline:bitbucket");

    /// <summary>Changes a variable of a workspace.</summary>
    public static Operation UpdateWorkspaceVariable { get; } = s_group.Put("/workspaces/{workspace}/pipelines-config/variables/{variable_uuid}", scopes: "pipeline:variable", granular: "admin:pipeline:bitbucket");

    /// <summary>Deletes a variable of a workspace.</summary>
    public static Operation DeleteWorkspaceVariable { get; } = s_group.Delete("/workspaces/{workspace}/pipelines-config/variables/{variable_uuid}", scopes: "pipeline:variable", granular: "admin:pipeline:bitbucket");

    /// <summary>Lists the variables of a user's personal workspace.</summary>
    public static Operation ListUserVariables { get; } = s_group.Get("/users/{selected_user}/pipelines_config/variables", scopes: "pipeline", paging: ByNumber, end: s_user);

    /// <summary>Creates a variable of a user's personal workspace.</summary>
    public static Operation CreateUserVariable { get; } = s_group.Post("/users/{selected_user}/pipelines_config/variables", scopes: "pipeline:variable", end: s_user);

    /// <summary>Gets one variable of a user's personal workspace.</summary>
    public static Operation GetUserVariable { get; } = s_group.Get("/users/{selected_user}/pipelines_config/variables/{variable_uuid}", scopes: "pipeline", end: s_user);

    /// <summary>Changes a variable of a user's personal workspace.</summary>
    public static Operation UpdateUserVariable { get; } = s_group.Put("/users/{selected_user}/pipelines_config/variables/{variable_uuid}", scopes: "pipeline:variable", end: s_user);

    /// <summary>Deletes a variable of a user's personal workspace.</summary>
    public static Operation DeleteUserVariable { get; } = s_group.Delete("/users/{selected_user}/pipelines_config/variables/{variable_uuid}", scopes: "pipeline:variable", end: s_user);

    /// <summary>Listed the variables of a team.</summary>
    public static Operation ListTeamVariables { get; } = s_group.Get("/teams/{username}/pipelines_config/variables", scopes: "pipeline", paging: ByNumber, end: s_team);

    /// <summary>Created a variable of a team.</summary>
    public static Operation CreateTeamVariable { get; } = s_group.Post("/teams/{username}/pipelines_config/variables", scopes: "pipeline:variable", end: s_team);

    /// <summary>Got one variable of a team.</summary>
    public static Operation GetTeamVariable { get; } = s_group.Get("/teams/{username}/pipelines_config/variables/{variable_uuid}", scopes: "pipeline", end: s_team);

    /// <summary>Changed a variable of a team.</summary>
    public static Operation UpdateTeamVariable { get; } = s_group.Put("/teams/{username}/pipelines_config/variables/{variable_uuid}", scopes: "pipeline:variable", end: s_team);

    /// <summary>Deleted a variable of a team.</summary>
    public static Operation DeleteTeamVariable { get; } = s_group.Delete("/teams/{username}/pipelines_config/variables/{variable_uuid}", scopes: "pipeline:variable", end: s_team);
}
