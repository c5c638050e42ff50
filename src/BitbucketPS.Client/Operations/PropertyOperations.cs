namespace BitbucketPS.Operations;

/// <summary>Properties that apps keep on repositories, commits, pull requests and users.</summary>
public static class PropertyOperations
{
    private static readonly OperationGroup s_group = new();

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Gets a property of a commit.</summary>
    public static Operation GetCommitProperty { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/commit/{commit}/properties/{app_key}/{property_name}", granular: "admin:workspace:bitbucket");

    /// <summary>Sets a property of a commit.</summary>
    public static Operation UpdateCommitProperty { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/commit/{commit}/properties/{app_key}/{property_name}");

    /// <summary>Deletes a property of a commit.</summary>
    public static Operation DeleteCommitProperty { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/commit/{commit}/properties/{app_key}/{property_name}");

    /// <summary>Gets a property of a repository.</summary>
    public static Operation GetRepositoryProperty { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/properties/{app_key}/{property_name}", granular: "admin:workspace:bitbucket");

    /// <summary>Sets a property of a repository.</summary>
    public static Operation UpdateRepositoryProperty { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/properties/{app_key}/{property_name}");

    /// <summary>Deletes a property of a repository.</summary>
    public static Operation DeleteRepositoryProperty { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/properties/{app_key}/{property_name}");

    /// <summary>Gets a property of a pull request.</summary>
    public static Operation GetPullRequestProperty { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pullrequests/{pullrequest_id}/properties/{app_key}/{property_name}", granular: "admin:workspace:bitbucket");

    /// <summary>Sets a property of a pull request.</summary>
    public static Operation UpdatePullRequestProperty { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/pullrequests/{pullrequest_id}/properties/{app_key}/{property_name}");

    /// <summary>Deletes a property of a pull request.</summary>
    public static Operation DeletePullRequestProperty { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/pullrequests/{pullrequest_id}/properties/{app_key}/{property_name}");

    /// <summary>Gets a property of a user.</summary>
    public static Operation GetUserProperty { get; } = s_group.Get("/users/{selected_user}/properties/{app_key}/{property_name}", granular: "admin:workspace:bitbucket");

    /// <summary>Sets a property of a user.</summary>
    public static Operation UpdateUserProperty { get; } = s_group.Put("/users/{selected_user}/properties/{app_key}/{property_name}");

    /// <summary>Deletes a property of a user.</summary>
    public static Operation DeleteUserProperty { get; } = s_group.Delete("/users/{selected_user}/properties/{app_key}/{property_name}");
}
