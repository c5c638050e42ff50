using static BitbucketPS.Operations.OperationPaging;

namespace BitbucketPS.Operations;

/// <summary>Projects of workspaces.</summary>
public static class ProjectOperations
{
    private static readonly OperationGroup s_group = new();

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Lists the projects of a workspace.</summary>
    public static Operation ListProjects { get; } = s_group.Get("/workspaces/{workspace}/projects", scopes: "project", granular: "read:project:bitbucket", paging: ByLink);

    /// <summary>Creates a project.</summary>
    public static Operation CreateProject { get; } = s_group.Post("/workspaces/{workspace}/projects", scopes: "project:admin", granular: "admin:project:bitbucket");

    /// <summary>Gets one project by its key.</summary>
    public static Operation GetProject { get; } = s_group.Get("/workspaces/{workspace}/projects/{project_key}", scopes: "project", granular: "read:project:bitbucket");

    /// <summary>Changes a project; an unknown key creates it.</summary>
    public static Operation UpdateProject { get; } = s_group.Put("/workspaces/{workspace}/projects/{project_key}", scopes: "project:admin", granular: "admin:project:bitbucket");

    /// <summary>Deletes a project, which must be empty.</summary>
    public static Operation DeleteProject { get; } = s_group.Delete("/workspaces/{workspace}/projects/{project_key}", scopes: "project:admin", granular: "admin:project:bitbucket");
}
