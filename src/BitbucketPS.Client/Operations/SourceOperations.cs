using static BitbucketPS.Operations.OperationPaging;

namespace BitbucketPS.Operations;

/// <summary>Files and directories at a commit. A ref with a slash in its name is a 404 here: resolve it to a hash first.</summary>
public static class SourceOperations
{
    private static readonly OperationGroup s_group = new();

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Lists the commits that changed a file, newest first.</summary>
    public static Operation ListFileHistory { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/filehistory/{commit}/{path}", scopes: "repository", granular: "read:repository:bitbucket", paging: ByLink, query: "renames q sort");

    /// <summary>Redirects to the root directory of the main branch.</summary>
    public static Operation GetSourceRoot { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/src", scopes: "repository", granular: "read:repository:bitbucket", paging: ByLink, query: "format");

    /// <summary>Commits files, sent as a form whose fields are their paths.</summary>
    public static Operation CreateSourceCommit { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/src", scopes: "repository:write", granular: "write:repository:bitbucket", query: "message author parents files branch");

    /// <summary>Gets the bytes of a file, or lists a directory; the empty path is the root directory.</summary>
    public static Operation GetSource { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/src/{commit}/{path}", scopes: "repository", granular: "read:repository:bitbucket", paging: ByLink, query: "format q sort max_depth");
}
