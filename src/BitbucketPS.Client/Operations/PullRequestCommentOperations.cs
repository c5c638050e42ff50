using static BitbucketPS.Operations.OperationPaging;

namespace BitbucketPS.Operations;

/// <summary>Comments on pull requests, and the tasks that hang on them.</summary>
public static class PullRequestCommentOperations
{
    private static readonly OperationGroup s_group = new();

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Lists the comments on a pull request, deleted ones among them.</summary>
    public static Operation ListPullRequestComments { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments", scopes: "pullrequest", granular: "read:pullrequest:bitbucket", paging: ByLink);

    /// <summary>Comments on a pull request.</summary>
    public static Operation CreatePullRequestComment { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments", scopes: "pullrequest", granular: "read:pullrequest:bitbucket");

    /// <summary>Gets one comment on a pull request.</summary>
    public static Operation GetPullRequestComment { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments/{comment_id}", scopes: "pullrequest", granular: "read:pullrequest:bitbucket");

    /// <summary>Changes a comment on a pull request.</summary>
    public static Operation UpdatePullRequestComment { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments/{comment_id}", scopes: "pullrequest", granular: "read:pullrequest:bitbucket");

    /// <summary>Deletes a comment on a pull request.</summary>
    public static Operation DeletePullRequestComment { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments/{comment_id}", scopes: "pullrequest", granular: "read:pullrequest:bitbucket");

    /// <summary>Resolves the thread a comment begins.</summary>
    public static Operation ResolvePullRequestComment { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments/{comment_id}/resolve", scopes: "pullrequest", granular: "read:pullrequest:bitbucket");

    /// <summary>Reopens the thread a comment begins.</summary>
    public static Operation ReopenPullRequestComment { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments/{comment_id}/resolve", scopes: "pullrequest", granular: "read:pullrequest:bitbucket");

    /// <summary>Lists the tasks of a pull request.</summary>
    public static Operation ListPullRequestTasks { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/tasks", scopes: "pullrequest", granular: "read:pullrequest:bitbucket", paging: ByLink, query: "q sort pagelen");

    /// <summary>Creates a task on a pull request.</summary>
    public static Operation CreatePullRequestTask { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/tasks", scopes: "pullrequest", granular: "read:pullrequest:bitbucket");

    /// <summary>Gets one task of a pull request.</summary>
    public static Operation GetPullRequestTask { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/tasks/{task_id}", scopes: "pullrequest", granular: "read:pullrequest:bitbucket");

    /// <summary>Changes a task of a pull request.</summary>
    public static Operation UpdatePullRequestTask { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/tasks/{task_id}", scopes: "pullrequest", granular: "read:pullrequest:bitbucket");

    /// <summary>Deletes a task of a pull request.</summary>
    public static Operation DeletePullRequestTask { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/tasks/{task_id}", scopes: "pullrequest", granular: "read:pullrequest:bitbucket");
}
