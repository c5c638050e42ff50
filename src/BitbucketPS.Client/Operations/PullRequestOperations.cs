using static BitbucketPS.Operations.OperationPaging;

namespace BitbucketPS.Operations;

/// <summary>Pull requests, their review and their merge.</summary>
public static class PullRequestOperations
{
    private static readonly OperationGroup s_group = new();

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Lists the pull requests of a repository: the open ones, unless <c>state</c> is repeated for each state wanted.</summary>
    public static Operation ListPullRequests { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pullrequests", scopes: "pullrequest", granular: "read:pullrequest:bitbucket", paging: ByLink, pageLimit: 50, query: "state");

    /// <summary>Creates a pull request.</summary>
    public static Operation CreatePullRequest { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/pullrequests", scopes: "pullrequest:write", granular: "read:pullrequest:bitbucket write:pullrequest:bitbucket");

    /// <summary>Lists what happened on all pull requests of a repository.</summary>
    public static Operation ListRepositoryPullRequestActivity { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pullrequests/activity", scopes: "pullrequest", granular: "read:pullrequest:bitbucket", paging: ByLink, pageLimit: 50);

    /// <summary>Gets one pull request.</summary>
    public static Operation GetPullRequest { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}", scopes: "pullrequest", granular: "read:pullrequest:bitbucket");

    /// <summary>Changes a pull request; a body without reviewers clears them.</summary>
    public static Operation UpdatePullRequest { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}", scopes: "pullrequest:write", granular: "read:pullrequest:bitbucket write:pullrequest:bitbucket");

    /// <summary>Lists what happened on a pull request.</summary>
    public static Operation ListPullRequestActivity { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/activity", scopes: "pullrequest", granular: "read:pullrequest:bitbucket", paging: ByLink, pageLimit: 50);

    /// <summary>Approves a pull request as the signed-in account.</summary>
    public static Operation ApprovePullRequest { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/approve", scopes: "pullrequest:write", granular: "read:pullrequest:bitbucket write:pullrequest:bitbucket");

    /// <summary>Takes back the signed-in account's approval of a pull request.</summary>
    public static Operation UnapprovePullRequest { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/approve", scopes: "pullrequest:write", granular: "write:pullrequest:bitbucket");

    /// <summary>Lists the commits of a pull request; the query name <c>page</c> is refused with a 400.</summary>
    public static Operation ListPullRequestCommits { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/commits", scopes: "pullrequest", granular: "read:pullrequest:bitbucket", paging: ByLink);

    /// <summary>Redirects to the files that conflict in a pull request.</summary>
    public static Operation GetPullRequestConflicts { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/conflicts", scopes: "pullrequest", granular: "read:pullrequest:bitbucket");

    /// <summary>Declines a pull request.</summary>
    public static Operation DeclinePullRequest { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/decline", scopes: "pullrequest:write", granular: "read:pullrequest:bitbucket write:pullrequest:bitbucket");

    /// <summary>Redirects to the diff of a pull request.</summary>
    public static Operation GetPullRequestDiff { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/diff", scopes: "pullrequest", granular: "read:pullrequest:bitbucket");

    /// <summary>Redirects to the files a pull request changes.</summary>
    public static Operation ListPullRequestDiffStat { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/diffstat", scopes: "pullrequest", granular: "read:pullrequest:bitbucket", paging: ByLink, pageLimit: 500);

    /// <summary>Merges a pull request; 202 with a Location where it is still under way.</summary>
    public static Operation MergePullRequest { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/merge", scopes: "pullrequest:write", granular: "read:pullrequest:bitbucket write:pullrequest:bitbucket", query: "async");

    /// <summary>Gets how far a merge has come that was answered with 202.</summary>
    public static Operation GetMergeTaskStatus { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/merge/task-status/{task_id}", scopes: "pullrequest", granular: "read:pullrequest:bitbucket");

    /// <summary>Redirects to the patch series of a pull request.</summary>
    public static Operation GetPullRequestPatch { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/patch", scopes: "pullrequest", granular: "read:pullrequest:bitbucket");

    /// <summary>Asks for changes to a pull request as the signed-in account.</summary>
    public static Operation RequestPullRequestChanges { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/request-changes", scopes: "pullrequest:write", granular: "read:pullrequest:bitbucket write:pullrequest:bitbucket");

    /// <summary>Takes back the signed-in account's request for changes.</summary>
    public static Operation UnrequestPullRequestChanges { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/request-changes", scopes: "pullrequest:write", granular: "write:pullrequest:bitbucket");

    /// <summary>Lists the build statuses of a pull request's commits.</summary>
    public static Operation ListPullRequestStatuses { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/statuses", scopes: "pullrequest", granular: "read:pullrequest:bitbucket", paging: ByLink, query: "q sort");

    /// <summary>Lists the pull requests that hold a commit; 202 while they are still being indexed.</summary>
    public static Operation ListCommitPullRequests { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/commit/{commit}/pullrequests", scopes: "pullrequest", granular: "read:pullrequest:bitbucket", paging: ByLink, pageLimit: 50, query: "page pagelen");

    /// <summary>Lists the pull requests a user has written in a workspace.</summary>
    public static Operation ListUserPullRequests { get; } = s_group.Get("/workspaces/{workspace}/pullrequests/{selected_user}", scopes: "pullrequest", granular: "read:pullrequest:bitbucket", paging: ByLink, pageLimit: 50, query: "state");
}
