using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>
/// Every live operation answers a valid request with a shape that conforms to the API description. The scenarios say what is valid; the
/// tests are made from them and from the table of operations.
/// </summary>
public class ScenarioTests
{
    public static TheoryData<string> Names => [.. ScenarioFile.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Valid_requests_are_answered_in_their_shapes(string name)
    {
        ScenarioRunner runner = await ConformanceRun.PlayAsync(name);

        Assert.True(runner.Problems.Count == 0, string.Join(Environment.NewLine, runner.Problems));
    }

    [Fact]
    public async Task Every_operation_is_asked_by_a_scenario()
    {
        HashSet<string> asked = new(StringComparer.Ordinal);
        foreach (string name in ScenarioFile.Names)
        {
            asked.UnionWith((await ConformanceRun.PlayAsync(name)).Answers.Select(answer => answer.Operation.Name));
        }

        string[] missing = [.. OperationTable.Instance.Operations.Where(operation => !operation.IsGone && operation.IsDescribed && !asked.Contains(operation.Name)).Select(operation => operation.Name)];
        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Whatever_is_answered_as_a_page_can_be_asked_page_by_page(string name)
    {
        ScenarioRunner runner = await ConformanceRun.PlayAsync(name);

        string[] stuck =
        [
            .. runner.Answers
                .Where(answer => answer.Body is JsonObject page && page["values"] is JsonArray && page.ContainsKey("pagelen"))
                .Select(answer => answer.Operation)
                .Where(operation => operation.Method is "GET" && !(Takes(operation, "page") && Takes(operation, "pagelen")))
                .Select(operation => operation.Name)
                .Distinct(StringComparer.Ordinal),
        ];
        Assert.Empty(stuck);
    }

    private static bool Takes(ApiOperation operation, string parameter)
        => operation.Query.Any(rule => string.Equals(rule.Name, parameter, StringComparison.Ordinal));
}
