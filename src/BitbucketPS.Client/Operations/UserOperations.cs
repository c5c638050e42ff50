using static BitbucketPS.Operations.OperationPaging;

namespace BitbucketPS.Operations;

/// <summary>Accounts, and the signed-in one.</summary>
public static class UserOperations
{
    private static readonly OperationGroup s_group = new();

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Gets the signed-in account; repository and project access tokens may not ask.</summary>
    public static Operation GetCurrentUser { get; } = s_group.Get("/user", scopes: "account", granular: "read:user:bitbucket");

    /// <summary>Lists the e-mail addresses of the signed-in account.</summary>
    public static Operation ListUserEmails { get; } = s_group.Get("/user/emails", scopes: "email", granular: "read:user:bitbucket", paging: ByLink);

    /// <summary>Gets one e-mail address of the signed-in account.</summary>
    public static Operation GetUserEmail { get; } = s_group.Get("/user/emails/{email}", scopes: "email", granular: "read:user:bitbucket");

    /// <summary>Gets an account by UUID or account id; user names are not accepted.</summary>
    public static Operation GetUser { get; } = s_group.Get("/users/{selected_user}", granular: "read:user:bitbucket");
}
