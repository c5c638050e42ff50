using static BitbucketPS.Operations.OperationPaging;

namespace BitbucketPS.Operations;

/// <summary>Webhooks of repositories and workspaces, and the events they may ask for.</summary>
public static class WebhookOperations
{
    private static readonly OperationGroup s_group = new();

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Gets the kinds of subject that have webhooks, each with a link to its events; needs no sign-in.</summary>
    public static Operation GetWebhookSubjects { get; } = s_group.Get("/hook_events");

    /// <summary>Lists the events of a kind of subject, <c>repository</c> or <c>workspace</c>; needs no sign-in.</summary>
    public static Operation ListWebhookEvents { get; } = s_group.Get("/hook_events/{subject_type}", paging: ByLink);

    /// <summary>Lists the webhooks of a repository.</summary>
    public static Operation ListRepositoryWebhooks { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/hooks", scopes: "webhook", granular: "read:webhook:bitbucket", paging: ByLink);

    /// <summary>Creates a webhook on a repository.</summary>
    public static Operation CreateRepositoryWebhook { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/hooks", scopes: "webhook", granular: "read:webhook:bitbucket write:webhook:bitbucket");

    /// <summary>Gets one webhook of a repository.</summary>
    public static Operation GetRepositoryWebhook { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/hooks/{uid}", scopes: "webhook", granular: "read:webhook:bitbucket");

    /// <summary>Changes a webhook of a repository; a secret that is left out is kept.</summary>
    public static Operation UpdateRepositoryWebhook { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/hooks/{uid}", scopes: "webhook", granular: "read:webhook:bitbucket write:webhook:bitbucket");

    /// <summary>Deletes a webhook of a repository.</summary>
    public static Operation DeleteRepositoryWebhook { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/hooks/{uid}", scopes: "webhook", granular: "delete:webhook:bitbucket");

    /// <summary>Lists the webhooks of a workspace.</summary>
    public static Operation ListWorkspaceWebhooks { get; } = s_group.Get("/workspaces/{workspace}/hooks", scopes: "webhook", granular: "read:webhook:bitbucket", paging: ByLink);

    /// <summary>Creates a webhook on a workspace.</summary>
    public static Operation CreateWorkspaceWebhook { get; } = s_group.Post("/workspaces/{workspace}/hooks", scopes: "webhook", granular: "read:webhook:bitbucket write:webhook:bitbucket");

    /// <summary>Gets one webhook of a workspace.</summary>
    public static Operation GetWorkspaceWebhook { get; } = s_group.Get("/workspaces/{workspace}/hooks/{uid}", scopes: "webhook", granular: "read:webhook:bitbucket");

    /// <summary>Changes a webhook of a workspace; a secret that is left out is kept.</summary>
    public static Operation UpdateWorkspaceWebhook { get; } = s_group.Put("/workspaces/{workspace}/hooks/{uid}", scopes: "webhook", granular: "read:webhook:bitbucket write:webhook:bitbucket");

    /// <summary>Deletes a webhook of a workspace.</summary>
    public static Operation DeleteWorkspaceWebhook { get; } = s_group.Delete("/workspaces/{workspace}/hooks/{uid}", scopes: "webhook", granular: "delete:webhook:bitbucket");
}
