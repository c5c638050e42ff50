using static BitbucketPS.Operations.OperationPaging;

namespace BitbucketPS.Operations;

/// <summary>Code insights: reports on commits, and their annotations.</summary>
public static class ReportOperations
{
    private static readonly OperationGroup s_group = new();

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Lists the reports on a commit.</summary>
    public static Operation ListReports { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/commit/{commit}/reports", scopes: "repository", granular: "read:repository:bitbucket", paging: ByLink);

    /// <summary>Gets one report on a commit.</summary>
    public static Operation GetReport { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}", scopes: "repository", granular: "read:repository:bitbucket");

    /// <summary>Creates a report on a commit, or replaces it.</summary>
    public static Operation SetReport { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}", scopes: "repository", granular: "read:repository:bitbucket");

    /// <summary>Deletes a report on a commit.</summary>
    public static Operation DeleteReport { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}", scopes: "repository", granular: "read:repository:bitbucket");

    /// <summary>Lists the annotations of a report.</summary>
    public static Operation ListReportAnnotations { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}/annotations", scopes: "repository", granular: "read:repository:bitbucket", paging: ByLink);

    /// <summary>Creates or replaces many annotations of a report at once.</summary>
    public static Operation SetReportAnnotations { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}/annotations", scopes: "repository", granular: "read:repository:bitbucket");

    /// <summary>Gets one annotation of a report.</summary>
    public static Operation GetReportAnnotation { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}/annotations/{annotationId}", scopes: "repository", granular: "read:repository:bitbucket");

    /// <summary>Creates an annotation of a report, or replaces it.</summary>
    public static Operation SetReportAnnotation { get; } = s_group.Put("/repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}/annotations/{annotationId}", scopes: "repository", granular: "read:repository:bitbucket");

    /// <summary>Deletes an annotation of a report.</summary>
    public static Operation DeleteReportAnnotation { get; } = s_group.Delete("/repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}/annotations/{annotationId}", scopes: "repository", granular: "read:repository:bitbucket");
}
