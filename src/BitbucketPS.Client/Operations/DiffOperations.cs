using static BitbucketPS.Operations.OperationPaging;

namespace BitbucketPS.Operations;

/// <summary>Differences between commits. A range <c>A..B</c> means what git calls <c>B..A</c>.</summary>
public static class DiffOperations
{
    private static readonly OperationGroup s_group = new();

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Gets the diff of a commit or a range as text, in the repository's own encoding.</summary>
    public static Operation GetDiff { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/diff/{spec}", scopes: "repository", granular: "read:repository:bitbucket", query: "context path ignore_whitespace binary renames merge topic");

    /// <summary>Lists the files a commit or a range changes, with their counts of lines.</summary>
    public static Operation ListDiffStat { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/diffstat/{spec}", scopes: "repository", granular: "read:repository:bitbucket", paging: ByLink, pageLimit: 500, query: "ignore_whitespace merge path renames topic");

    /// <summary>Gets the patch series of a commit or a range as text.</summary>
    public static Operation GetPatch { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/patch/{spec}", scopes: "repository", granular: "read:repository:bitbucket");

    /// <summary>Gets the best common ancestor of two revisions, <c>A..B</c>.</summary>
    public static Operation GetMergeBase { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/merge-base/{revspec}", scopes: "repository", granular: "read:repository:bitbucket");
}
