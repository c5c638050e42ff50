using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>The operations about the steps of pipelines and what they write.</summary>
internal static class StepOperations
{
    private const string Steps = "~/pipelines/{pipeline_uuid}/steps";
    private const string Step = $"{Steps}/{{step_uuid}}";

    public static void AddTo(HandlerTable handlers)
    {
        handlers.Add($"GET {Steps}", ListAsync);
        handlers.Add($"GET {Step}", GetAsync);
        handlers.Add($"GET {Step}/log", GetLogAsync);
        handlers.Add($"GET {Step}/logs/{{log_uuid}}", GetLogAsync);
        handlers.Add($"GET {Step}/test_reports", GetReportAsync);
        handlers.Add($"GET {Step}/test_reports/test_cases", ListCasesAsync);
        handlers.Add($"GET {Step}/test_reports/test_cases/{{test_case_uuid}}/test_case_reasons", GetReasonsAsync);
    }

    private static async Task<ApiAnswer> ListAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        PipelineRun run = await PipelineBook.RequireAsync(call, repository);
        return ApiAnswer.Ok(PipelinePages.OfSteps(call, [.. run.Steps.Select(step => new Lazy<JsonObject>(() => StepJson.Full(run, step)))]));
    }

    private static async Task<ApiAnswer> GetAsync(ApiCall call)
    {
        (PipelineRun run, StepRun step) = await PipelineBook.RequireStepAsync(call, call.RequireRepository());
        return ApiAnswer.Ok(StepJson.Full(run, step));
    }

    private static async Task<ApiAnswer> GetLogAsync(ApiCall call)
    {
        HostedRepository repository = call.RequireRepository();
        (PipelineRun run, StepRun step) = await PipelineBook.RequireStepAsync(call, repository);
        if (!AcceptsBytes(call.Http.Request))
        {
            throw PipelineErrors.Of(406, "A log is application/octet-stream.");
        }

        // The log of the main container has the id of the step; there are no other containers here.
        bool isOther = call.Operation.Template.EndsWith("{log_uuid}", StringComparison.Ordinal)
            && !string.Equals(call.Path("log_uuid"), step.Step.Uuid, StringComparison.OrdinalIgnoreCase);
        if (isOther || step.StartedOn is null)
        {
            throw PipelineErrors.NotFound($"Log of step {step.Step.Uuid}");
        }

        return step.State is StepRun.Completed
            ? ApiAnswer.Redirect(307, MediaLink.ToLog(call, repository, run.Pipeline, step.Step))
            : ByteAnswer.Of(call.Http.Request, StepLog.Write(run, step));
    }

    private static bool AcceptsBytes(HttpRequest request)
    {
        string[] accepted = [.. request.Headers.Accept.SelectMany(value => (value ?? "").Split(',')).Select(type => type.Split(';')[0].Trim())];
        return accepted.Length == 0 || accepted.Any(type => type is "*/*" or "application/*" or ByteAnswer.ContentType);
    }

    private static async Task<ApiAnswer> GetReportAsync(ApiCall call) => ApiAnswer.Ok((await RequireReportAsync(call)).ToJson());

    private static async Task<ApiAnswer> ListCasesAsync(ApiCall call)
    {
        TestReport report = await RequireReportAsync(call);
        PageRequest page = PageRequest.Parse(call.Query, call.Options, call.Operation.Pages);
        return ApiAnswer.Ok(ItemList.ToPage([.. report.Cases.Select(test => new Lazy<JsonObject>(test.ToJson))], page, call));
    }

    private static async Task<ApiAnswer> GetReasonsAsync(ApiCall call)
    {
        TestReport report = await RequireReportAsync(call);
        string uuid = call.Path("test_case_uuid");
        TestCase test = report.Cases.FirstOrDefault(test => string.Equals(test.Uuid, uuid, StringComparison.OrdinalIgnoreCase))
            ?? throw PipelineErrors.NotFound($"Test case {uuid}");
        return ApiAnswer.Ok(test.Reasons());
    }

    private static async Task<TestReport> RequireReportAsync(ApiCall call)
    {
        (_, StepRun step) = await PipelineBook.RequireStepAsync(call, call.RequireRepository());
        return TestReport.Of(step) ?? throw PipelineErrors.NotFound($"Test report of step {step.Step.Uuid}");
    }
}
