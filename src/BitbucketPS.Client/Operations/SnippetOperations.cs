using static BitbucketPS.Operations.OperationPaging;

namespace BitbucketPS.Operations;

/// <summary>Snippets, their files, history and comments. A snippet's id is text.</summary>
public static class SnippetOperations
{
    private static readonly OperationGroup s_group = new();

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Lists the snippets of every workspace the signed-in account belongs to.</summary>
    public static Operation ListAllSnippets { get; } = s_group.Get("/snippets", scopes: "snippet", granular: "read:snippet:bitbucket", paging: ByLink, query: "role", end: OperationEnd.Deprecated("GET /snippets/{workspace}"));

    /// <summary>Creates a snippet in the signed-in account's personal workspace.</summary>
    public static Operation CreateSnippet { get; } = s_group.Post("/snippets", scopes: "snippet:write", granular: "read:snippet:bitbucket write:snippet:bitbucket");

    /// <summary>Lists the snippets of a workspace.</summary>
    public static Operation ListSnippets { get; } = s_group.Get("/snippets/{workspace}", scopes: "snippet", granular: "read:snippet:bitbucket", paging: ByLink, query: "role");

    /// <summary>Creates a snippet in a workspace.</summary>
    public static Operation CreateWorkspaceSnippet { get; } = s_group.Post("/snippets/{workspace}", scopes: "snippet:write", granular: "read:snippet:bitbucket write:snippet:bitbucket");

    /// <summary>Gets one snippet.</summary>
    public static Operation GetSnippet { get; } = s_group.Get("/snippets/{workspace}/{encoded_id}", scopes: "snippet", granular: "read:snippet:bitbucket");

    /// <summary>Changes a snippet, as a form with files or as JSON without.</summary>
    public static Operation UpdateSnippet { get; } = s_group.Put("/snippets/{workspace}/{encoded_id}", scopes: "snippet:write", granular: "read:snippet:bitbucket write:snippet:bitbucket");

    /// <summary>Deletes a snippet.</summary>
    public static Operation DeleteSnippet { get; } = s_group.Delete("/snippets/{workspace}/{encoded_id}", scopes: "snippet:write", granular: "delete:snippet:bitbucket");

    /// <summary>Lists the comments on a snippet.</summary>
    public static Operation ListSnippetComments { get; } = s_group.Get("/snippets/{workspace}/{encoded_id}/comments", scopes: "snippet", granular: "read:snippet:bitbucket", paging: ByLink);

    /// <summary>Comments on a snippet.</summary>
    public static Operation CreateSnippetComment { get; } = s_group.Post("/snippets/{workspace}/{encoded_id}/comments", scopes: "snippet", granular: "read:snippet:bitbucket write:snippet:bitbucket");

    /// <summary>Gets one comment on a snippet.</summary>
    public static Operation GetSnippetComment { get; } = s_group.Get("/snippets/{workspace}/{encoded_id}/comments/{comment_id}", scopes: "snippet", granular: "read:snippet:bitbucket");

    /// <summary>Changes a comment on a snippet.</summary>
    public static Operation UpdateSnippetComment { get; } = s_group.Put("/snippets/{workspace}/{encoded_id}/comments/{comment_id}", scopes: "snippet", granular: "read:snippet:bitbucket write:snippet:bitbucket");

    /// <summary>Deletes a comment on a snippet.</summary>
    public static Operation DeleteSnippetComment { get; } = s_group.Delete("/snippets/{workspace}/{encoded_id}/comments/{comment_id}", scopes: "snippet", granular: "write:snippet:bitbucket");

    /// <summary>Lists the commits of a snippet.</summary>
    public static Operation ListSnippetCommits { get; } = s_group.Get("/snippets/{workspace}/{encoded_id}/commits", scopes: "snippet", granular: "read:snippet:bitbucket", paging: ByLink);

    /// <summary>Gets one commit of a snippet.</summary>
    public static Operation GetSnippetCommit { get; } = s_group.Get("/snippets/{workspace}/{encoded_id}/commits/{revision}", scopes: "snippet", granular: "read:snippet:bitbucket");

    /// <summary>Redirects to the bytes of a file of a snippet as it is now.</summary>
    public static Operation GetSnippetFile { get; } = s_group.Get("/snippets/{workspace}/{encoded_id}/files/{path}", scopes: "snippet", granular: "read:snippet:bitbucket");

    /// <summary>Says whether the signed-in account watches a snippet: 204 if so, 404 if not.</summary>
    public static Operation GetSnippetWatch { get; } = s_group.Get("/snippets/{workspace}/{encoded_id}/watch", scopes: "snippet", granular: "read:snippet:bitbucket");

    /// <summary>Has the signed-in account watch a snippet.</summary>
    public static Operation WatchSnippet { get; } = s_group.Put("/snippets/{workspace}/{encoded_id}/watch", scopes: "snippet:write", granular: "write:snippet:bitbucket");

    /// <summary>Has the signed-in account no longer watch a snippet.</summary>
    public static Operation UnwatchSnippet { get; } = s_group.Delete("/snippets/{workspace}/{encoded_id}/watch", scopes: "snippet:write", granular: "write:snippet:bitbucket");

    /// <summary>Lists the accounts that watch a snippet.</summary>
    public static Operation ListSnippetWatchers { get; } = s_group.Get("/snippets/{workspace}/{encoded_id}/watchers", scopes: "snippet", paging: ByLink, end: OperationEnd.Deprecated());

    /// <summary>Gets a snippet as it was at a commit.</summary>
    public static Operation GetSnippetRevision { get; } = s_group.Get("/snippets/{workspace}/{encoded_id}/{node_id}", scopes: "snippet", granular: "read:snippet:bitbucket");

    /// <summary>Changes a snippet, provided that the commit is still its newest.</summary>
    public static Operation UpdateSnippetRevision { get; } = s_group.Put("/snippets/{workspace}/{encoded_id}/{node_id}", scopes: "snippet:write", granular: "read:snippet:bitbucket write:snippet:bitbucket");

    /// <summary>Deletes a snippet, provided that the commit is still its newest.</summary>
    public static Operation DeleteSnippetRevision { get; } = s_group.Delete("/snippets/{workspace}/{encoded_id}/{node_id}", scopes: "snippet:write", granular: "write:snippet:bitbucket");

    /// <summary>Gets the bytes of a file of a snippet as it was at a commit.</summary>
    public static Operation GetSnippetRevisionFile { get; } = s_group.Get("/snippets/{workspace}/{encoded_id}/{node_id}/files/{path}", scopes: "snippet", granular: "read:snippet:bitbucket");

    /// <summary>Gets the diff of a snippet's revision as text.</summary>
    public static Operation GetSnippetDiff { get; } = s_group.Get("/snippets/{workspace}/{encoded_id}/{revision}/diff", scopes: "snippet", granular: "read:snippet:bitbucket", query: "path");

    /// <summary>Gets the patch of a snippet's revision as text.</summary>
    public static Operation GetSnippetPatch { get; } = s_group.Get("/snippets/{workspace}/{encoded_id}/{revision}/patch", scopes: "snippet", granular: "read:snippet:bitbucket");
}
