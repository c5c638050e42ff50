using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>
/// What a step says about its tests. A step that has ended, and one of whose commands has <c>test</c> in it, has run three; the first
/// has failed if the step has. The description does not say how any of this looks.
/// </summary>
/// <param name="StepUuid">Of the step.</param>
/// <param name="Cases">The tests.</param>
internal sealed record TestReport(string StepUuid, IReadOnlyList<TestCase> Cases)
{
    private static readonly string[] s_names = ["AddsOrders", "RemovesOrders", "CountsOrders"];

    /// <summary>The report of a step; null if there is none.</summary>
    public static TestReport? Of(StepRun step)
    {
        bool hasRun = step.Result is StepRun.Successful or StepRun.Failed
            && step.Step.Script.Any(command => command.Contains("test", StringComparison.OrdinalIgnoreCase));
        return hasRun
            ? new(step.Step.Uuid, [.. s_names.Select((name, i) => new TestCase(StableId.Uuid("test", step.Step.Uuid + name), name, i == 0 && step.Step.Fails))])
            : null;
    }

    public JsonObject ToJson()
    {
        int failed = Cases.Count(test => test.Fails);
        return new()
        {
            ["type"] = "pipeline_step_test_report",
            ["step_uuid"] = StepUuid,
            ["number_of_test_cases"] = Cases.Count,
            ["number_of_successful_test_cases"] = Cases.Count - failed,
            ["number_of_failed_test_cases"] = failed,
            ["number_of_error_test_cases"] = 0,
            ["number_of_skipped_test_cases"] = 0,
        };
    }
}
