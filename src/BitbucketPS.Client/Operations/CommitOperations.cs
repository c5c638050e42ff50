using static BitbucketPS.Operations.OperationPaging;

namespace BitbucketPS.Operations;

/// <summary>Commits, and what people and builds say about them.</summary>
public static class CommitOperations
{
    private static readonly OperationGroup s_group = new();

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Gets one commit, named by its hash or by a ref.</summary>
    public static Operation GetCommit { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/commit/{commit}", scopes: "repository", granular: "read:repository:bitbucket");

    /// <summary>Approves a commit as the signed-in account.</summary>
    public static Operation ApproveCommit { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/commit/{commit}/approve", scopes: "repository:write", granular: "read:repository:bitbucket write:repository:bitbucket");

    /// <summary>Takes back the signed-in account's approval of a commit.</summary>
    public static Operation UnapproveCommit { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/commit/{commit}/approve", scopes: "repository:write", granular: "write:repository:bitbucket");

    /// <summary>Lists the comments on a commit.</summary>
    public static Operation ListCommitComments { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/commit/{commit}/comments", scopes: "repository", granular: "read:repository:bitbucket", paging: ByLink, query: "q sort");

    /// <summary>Comments on a commit.</summary>
    public static Operation CreateCommitComment { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/commit/{commit}/comments", scopes: "repository", granular: "read:repository:bitbucket");

    /// <summary>Gets one comment on a commit.</summary>
    public static Operation GetCommitComment { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/commit/{commit}/comments/{comment_id}", scopes: "repository", granular: "read:repository:bitbucket");

    /// <summary>Changes a comment on a commit.</summary>
    public static Operation UpdateCommitComment { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/commit/{commit}/comments/{comment_id}", scopes: "repository", granular: "read:repository:bitbucket");

    /// <summary>Deletes a comment on a commit.</summary>
    public static Operation DeleteCommitComment { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/commit/{commit}/comments/{comment_id}", scopes: "repository", granular: "read:repository:bitbucket");

    /// <summary>Lists the build statuses of a commit.</summary>
    public static Operation ListCommitStatuses { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/commit/{commit}/statuses", scopes: "repository", granular: "read:repository:bitbucket", paging: ByLink, query: "refname q sort");

    /// <summary>Creates a build status on a commit, or replaces the one with the same key.</summary>
    public static Operation CreateCommitStatus { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/commit/{commit}/statuses/build", scopes: "repository", granular: "read:repository:bitbucket");

    /// <summary>Gets the build status of a commit that has a given key.</summary>
    public static Operation GetCommitStatus { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/commit/{commit}/statuses/build/{key}", scopes: "repository", granular: "read:repository:bitbucket");

    /// <summary>Changes the build status of a commit that has a given key.</summary>
    public static Operation UpdateCommitStatus { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/commit/{commit}/statuses/build/{key}", scopes: "repository", granular: "read:repository:bitbucket");

    /// <summary>Lists the commits of a repository, newest first; its pages have no numbers.</summary>
    public static Operation ListCommits { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/commits", scopes: "repository", granular: "read:repository:bitbucket", paging: ByLink);

    /// <summary>Lists the commits reachable from some refs and not from others, which travel as a form since they may be many.</summary>
    public static Operation QueryCommits { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/commits", scopes: "repository", granular: "read:repository:bitbucket", paging: ByLink);

    /// <summary>Lists the commits reachable from a revision, newest first; its pages have no numbers.</summary>
    public static Operation ListCommitsOfRevision { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/commits/{revision}", scopes: "repository", granular: "read:repository:bitbucket", paging: ByLink);

    /// <summary>Lists the commits reachable from a revision and not from others, which travel as a form since they may be many.</summary>
    public static Operation QueryCommitsOfRevision { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/commits/{revision}", scopes: "repository", granular: "read:repository:bitbucket", paging: ByLink);
}
