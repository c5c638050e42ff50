using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>A test that a step has run.</summary>
/// <param name="Uuid">In braces.</param>
/// <param name="Name">Of the test.</param>
/// <param name="Fails">Whether it failed.</param>
internal sealed record TestCase(string Uuid, string Name, bool Fails)
{
    private const string Class = "com.example.OrdersTests";

    public JsonObject ToJson() => new()
    {
        ["type"] = "pipeline_step_test_case",
        ["uuid"] = Uuid,
        ["name"] = Name,
        ["class_name"] = Class,
        ["fully_qualified_name"] = $"{Class}.{Name}",
        ["status"] = Fails ? "FAILED" : "SUCCESSFUL",
        ["duration"] = "PT0.1S",
    };

    /// <summary>Why it failed; empty if it did not.</summary>
    public JsonObject Reasons() => new()
    {
        ["type"] = "pipeline_step_test_case_reasons",
        ["test_case_uuid"] = Uuid,
        ["message"] = Fails ? "Expected 2, but was 3." : "",
        ["stack_trace"] = Fails ? $"at {Class}.{Name}()" : "",
    };
}
