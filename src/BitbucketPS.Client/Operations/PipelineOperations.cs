using static BitbucketPS.Operations.OperationPaging;

namespace BitbucketPS.Operations;

/// <summary>Pipelines as they ran: steps, logs and test reports.</summary>
public static class PipelineOperations
{
    private static readonly OperationGroup s_group = new();

    /// <summary>All operations of this group.</summary>
    public static IReadOnlyList<Operation> All => s_group.All;

    /// <summary>Lists the pipelines of a repository, oldest first unless <c>sort</c> says otherwise.</summary>
    public static Operation ListPipelines { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pipelines", scopes: "pipeline", granular: "read:pipeline:bitbucket", paging: ByNumber, query: "creator.uuid target.ref_type target.ref_name target.branch target.commit.hash target.selector.pattern target.selector.type created_on trigger_type status sort page pagelen");

    /// <summary>Starts a pipeline.</summary>
    public static Operation StartPipeline { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/pipelines", scopes: "pipeline", granular: "read:pipeline:bitbucket write:pipeline:bitbucket");

    /// <summary>Gets one pipeline.</summary>
    public static Operation GetPipeline { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}", scopes: "pipeline", granular: "read:pipeline:bitbucket");

    /// <summary>Stops a pipeline and every step of it that has not ended.</summary>
    public static Operation StopPipeline { get; } = s_group.Post("/repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/stopPipeline", scopes: "pipeline:write", granular: "write:pipeline:bitbucket");

    /// <summary>Lists the steps of a pipeline, on pages whose length the service chooses.</summary>
    public static Operation ListPipelineSteps { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps", scopes: "pipeline", granular: "read:pipeline:bitbucket", paging: ByNumber);

    /// <summary>Gets one step of a pipeline.</summary>
    public static Operation GetPipelineStep { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps/{step_uuid}", scopes: "pipeline", granular: "read:pipeline:bitbucket");

    /// <summary>Gets the log of a step as bytes; 406 where only JSON is accepted, a redirect once the step has ended.</summary>
    public static Operation GetPipelineStepLog { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps/{step_uuid}/log", scopes: "pipeline", granular: "read:pipeline:bitbucket");

    /// <summary>Gets the log of one container of a step, the build's own or a service's, as bytes.</summary>
    public static Operation GetPipelineContainerLog { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps/{step_uuid}/logs/{log_uuid}", scopes: "pipeline", granular: "read:pipeline:bitbucket");

    /// <summary>Gets the summary of the tests a step ran.</summary>
    public static Operation GetTestReport { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps/{step_uuid}/test_reports", scopes: "pipeline", granular: "read:pipeline:bitbucket");

    /// <summary>Lists the test cases a step ran.</summary>
    public static Operation ListTestCases { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps/{step_uuid}/test_reports/test_cases", scopes: "pipeline", granular: "read:pipeline:bitbucket", paging: ByLink);

    /// <summary>Gets the output that says why a test case failed.</summary>
    public static Operation GetTestCaseReasons { get; } = s_group.Get("/repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/steps/{step_uuid}/test_reports/test_cases/{test_case_uuid}/test_case_reasons", scopes: "pipeline", granular: "read:pipeline:bitbucket");
}
