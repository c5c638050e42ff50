using static BitbucketPS.Operations.OperationPaging;

namespace BitbucketPS.Operations;

/// <summary>Branches and tags.</summary>
public static class RefOperations
{
    private static readonly OperationGroup s_group = new();

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Lists the branches and the tags of a repository.</summary>
    public static Operation ListRefs { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/refs", scopes: "repository", granular: "read:repository:bitbucket", paging: ByLink, query: "q sort");

    /// <summary>Lists the branches of a repository.</summary>
    public static Operation ListBranches { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/refs/branches", scopes: "repository", granular: "read:repository:bitbucket", paging: ByLink, query: "q sort");

    /// <summary>Creates a branch.</summary>
    public static Operation CreateBranch { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/refs/branches", scopes: "repository:write", granular: "write:repository:bitbucket read:repository:bitbucket");

    /// <summary>Gets one branch.</summary>
    public static Operation GetBranch { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/refs/branches/{name}", scopes: "repository", granular: "read:repository:bitbucket");

    /// <summary>Deletes a branch; the main branch is refused.</summary>
    public static Operation DeleteBranch { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/refs/branches/{name}", scopes: "repository:write", granular: "write:repository:bitbucket");

    /// <summary>Lists the tags of a repository.</summary>
    public static Operation ListTags { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/refs/tags", scopes: "repository", granular: "read:repository:bitbucket", paging: ByLink, query: "q sort");

    /// <summary>Creates a tag.</summary>
    public static Operation CreateTag { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/refs/tags", scopes: "repository:write", granular: "write:repository:bitbucket read:repository:bitbucket");

    /// <summary>Gets one tag.</summary>
    public static Operation GetTag { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/refs/tags/{name}", scopes: "repository", granular: "read:repository:bitbucket");

    /// <summary>Deletes a tag.</summary>
    public static Operation DeleteTag { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/refs/tags/{name}", scopes: "repository:write", granular: "write:repository:bitbucket");
}
