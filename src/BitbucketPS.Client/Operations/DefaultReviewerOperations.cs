using static BitbucketPS.Operations.OperationPaging;

namespace BitbucketPS.Operations;

/// <summary>Who is asked to review the pull requests of a repository or a project.</summary>
public static class DefaultReviewerOperations
{
    private static readonly OperationGroup s_group = new();

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Lists the default reviewers a repository has of its own.</summary>
    public static Operation ListDefaultReviewers { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/default-reviewers", scopes: "pullrequest", granular: "read:pullrequest:bitbucket", paging: ByLink);

    /// <summary>Gets a default reviewer of a repository; a user who is none is a 404.</summary>
    public static Operation GetDefaultReviewer { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/default-reviewers/{target_username}", scopes: "pullrequest", granular: "read:pullrequest:bitbucket");

    /// <summary>Makes a user a default reviewer of a repository.</summary>
    public static Operation AddDefaultReviewer { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/default-reviewers/{target_username}", scopes: "repository:admin", granular: "admin:repository:bitbucket");

    /// <summary>Removes a default reviewer from a repository.</summary>
    public static Operation RemoveDefaultReviewer { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/default-reviewers/{target_username}", scopes: "repository:admin", granular: "admin:repository:bitbucket");

    /// <summary>Lists the default reviewers of a repository, those of its project among them.</summary>
    public static Operation ListEffectiveDefaultReviewers { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/effective-default-reviewers", scopes: "pullrequest", granular: "read:pullrequest:bitbucket", paging: ByLink);

    /// <summary>Lists the default reviewers of a project.</summary>
    public static Operation ListProjectDefaultReviewers { get; } = s_group.Get("/workspaces/{workspace}/projects/{project_key}/default-reviewers", scopes: "project:admin", granular: "read:pullrequest:bitbucket", paging: ByLink);

    /// <summary>Gets a default reviewer of a project; a user who is none is a 404.</summary>
    public static Operation GetProjectDefaultReviewer { get; } = s_group.Get("/workspaces/{workspace}/projects/{project_key}/default-reviewers/{selected_user}", scopes: "project:admin", granular: "read:pullrequest:bitbucket");

    /// <summary>Makes a user a default reviewer of a project.</summary>
    public static Operation AddProjectDefaultReviewer { get; } = s_group.Put("/workspaces/{workspace}/projects/{project_key}/default-reviewers/{selected_user}", scopes: "project:admin", granular: "admin:project:bitbucket");

    /// <summary>Removes a default reviewer from a project.</summary>
    public static Operation RemoveProjectDefaultReviewer { get; } = s_group.Delete("/workspaces/{workspace}/projects/{project_key}/default-reviewers/{selected_user}", scopes: "project:admin", granular: "admin:project:bitbucket");
}
