using static BitbucketPS.Operations.OperationPaging;

namespace BitbucketPS.Operations;

/// <summary>Code search. The API description has it deprecated from 1 November 2026 and names nothing in its place.</summary>
public static class SearchOperations
{
    private static readonly OperationGroup s_group = new();

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Searches the code of a workspace; <c>search_query</c> is its own language, not a filter.</summary>
    public static Operation SearchWorkspaceCode { get; } = s_group.Get("/workspaces/{workspace}/search/code", scopes: "repository", granular: "read:repository:bitbucket", paging: ByLink, query: "search_query! page pagelen");

    /// <summary>Searches the code of a user's personal workspace.</summary>
    public static Operation SearchUserCode { get; } = s_group.Get("/users/{selected_user}/search/code", scopes: "repository", granular: "read:repository:bitbucket", paging: ByLink, query: "search_query! page pagelen", end: OperationEnd.Deprecated());

    /// <summary>Searched the code of a team.</summary>
    public static Operation SearchTeamCode { get; } = s_group.Get("/teams/{username}/search/code", scopes: "repository", granular: "read:repository:bitbucket", paging: ByLink, query: "search_query! page pagelen", end: OperationEnd.Removed());
}
