using static BitbucketPS.Operations.OperationPaging;

namespace BitbucketPS.Operations;

/// <summary>The issue tracker, gone with all its operations.</summary>
public static class IssueOperations
{
    private static readonly OperationGroup s_group = new(OperationEnd.Removed(2026, 8, 20));

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Listed the components of an issue tracker.</summary>
    public static Operation ListComponents { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/components", scopes: "issue", granular: "read:issue:bitbucket", paging: ByLink);

    /// <summary>Got one component of an issue tracker.</summary>
    public static Operation GetComponent { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/components/{component_id}", scopes: "issue", granular: "read:issue:bitbucket");

    /// <summary>Listed the milestones of an issue tracker.</summary>
    public static Operation ListMilestones { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/milestones", scopes: "issue", granular: "read:issue:bitbucket", paging: ByLink);

    /// <summary>Got one milestone of an issue tracker.</summary>
    public static Operation GetMilestone { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/milestones/{milestone_id}", scopes: "issue", granular: "read:issue:bitbucket");

    /// <summary>Listed the versions of an issue tracker.</summary>
    public static Operation ListVersions { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/versions", scopes: "issue", granular: "read:issue:bitbucket", paging: ByLink);

    /// <summary>Got one version of an issue tracker.</summary>
    public static Operation GetVersion { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/versions/{version_id}", scopes: "issue", granular: "read:issue:bitbucket");

    /// <summary>Listed the issues of a repository.</summary>
    public static Operation ListIssues { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/issues", scopes: "issue", granular: "read:issue:bitbucket", paging: ByLink);

    /// <summary>Created an issue.</summary>
    public static Operation CreateIssue { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/issues", scopes: "issue:write", granular: "read:issue:bitbucket write:issue:bitbucket");

    /// <summary>Started an export of the issues.</summary>
    public static Operation StartIssueExport { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/issues/export", scopes: "issue repository:admin", granular: "read:issue:bitbucket");

    /// <summary>Got an export of the issues, or how far it had come.</summary>
    public static Operation GetIssueExport { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/issues/export/{repo_name}-issues-{task_id}.zip", scopes: "issue repository:admin", granular: "read:issue:bitbucket");

    /// <summary>Got how far an import of issues had come.</summary>
    public static Operation GetIssueImport { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/issues/import", scopes: "issue:write repository:admin", granular: "write:issue:bitbucket admin:repository:bitbucket");

    /// <summary>Started an import of issues.</summary>
    public static Operation StartIssueImport { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/issues/import", scopes: "issue:write repository:admin", granular: "write:issue:bitbucket admin:repository:bitbucket");

    /// <summary>Got one issue.</summary>
    public static Operation GetIssue { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/issues/{issue_id}", scopes: "issue", granular: "read:issue:bitbucket");

    /// <summary>Changed an issue.</summary>
    public static Operation UpdateIssue { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/issues/{issue_id}", scopes: "issue:write", granular: "read:issue:bitbucket write:issue:bitbucket");

    /// <summary>Deleted an issue.</summary>
    public static Operation DeleteIssue { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/issues/{issue_id}", scopes: "issue:write", granular: "delete:issue:bitbucket");

    /// <summary>Listed the attachments of an issue.</summary>
    public static Operation ListIssueAttachments { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/issues/{issue_id}/attachments", scopes: "issue", granular: "read:issue:bitbucket", paging: ByLink);

    /// <summary>Attached files to an issue.</summary>
    public static Operation UploadIssueAttachment { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/issues/{issue_id}/attachments", scopes: "issue:write", granular: "write:issue:bitbucket");

    /// <summary>Got an attachment of an issue.</summary>
    public static Operation GetIssueAttachment { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/issues/{issue_id}/attachments/{path}", scopes: "issue", granular: "read:issue:bitbucket");

    /// <summary>Deleted an attachment of an issue.</summary>
    public static Operation DeleteIssueAttachment { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/issues/{issue_id}/attachments/{path}", scopes: "issue:write", granular: "write:issue:bitbucket");

    /// <summary>Listed the changes to an issue.</summary>
    public static Operation ListIssueChanges { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/issues/{issue_id}/changes", scopes: "issue", granular: "read:issue:bitbucket", paging: ByLink, query: "q sort");

    /// <summary>Changed an issue and kept a record of it.</summary>
    public static Operation CreateIssueChange { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/issues/{issue_id}/changes", scopes: "issue:write", granular: "read:issue:bitbucket write:issue:bitbucket");

    /// <summary>Got one change to an issue.</summary>
    public static Operation GetIssueChange { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/issues/{issue_id}/changes/{change_id}", scopes: "issue", granular: "read:issue:bitbucket");

    /// <summary>Listed the comments on an issue.</summary>
    public static Operation ListIssueComments { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments", scopes: "issue", granular: "read:issue:bitbucket", paging: ByLink, query: "q");

    /// <summary>Commented on an issue.</summary>
    public static Operation CreateIssueComment { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments", scopes: "issue:write", granular: "read:issue:bitbucket write:issue:bitbucket");

    /// <summary>Got one comment on an issue.</summary>
    public static Operation GetIssueComment { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments/{comment_id}", scopes: "issue", granular: "read:issue:bitbucket");

    /// <summary>Changed a comment on an issue.</summary>
    public static Operation UpdateIssueComment { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments/{comment_id}", scopes: "issue:write", granular: "read:issue:bitbucket write:issue:bitbucket");

    /// <summary>Deleted a comment on an issue.</summary>
    public static Operation DeleteIssueComment { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments/{comment_id}", scopes: "issue:write", granular: "write:issue:bitbucket");

    /// <summary>Said whether the signed-in account had voted for an issue.</summary>
    public static Operation GetIssueVote { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/issues/{issue_id}/vote", scopes: "account issue", granular: "read:issue:bitbucket read:user:bitbucket");

    /// <summary>Had the signed-in account vote for an issue.</summary>
    public static Operation VoteForIssue { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/issues/{issue_id}/vote", scopes: "account:write issue", granular: "write:issue:bitbucket write:user:bitbucket");

    /// <summary>Took back the signed-in account's vote for an issue.</summary>
    public static Operation UnvoteForIssue { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/issues/{issue_id}/vote", scopes: "account:write issue:write", granular: "write:issue:bitbucket write:user:bitbucket");

    /// <summary>Said whether the signed-in account watched an issue.</summary>
    public static Operation GetIssueWatch { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/issues/{issue_id}/watch", scopes: "account issue", granular: "read:issue:bitbucket read:user:bitbucket");

    /// <summary>Had the signed-in account watch an issue.</summary>
    public static Operation WatchIssue { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/issues/{issue_id}/watch", scopes: "account:write issue", granular: "write:issue:bitbucket write:user:bitbucket");

    /// <summary>Had the signed-in account no longer watch an issue.</summary>
    public static Operation UnwatchIssue { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/issues/{issue_id}/watch", scopes: "account:write issue:write", granular: "write:issue:bitbucket write:user:bitbucket");
}
