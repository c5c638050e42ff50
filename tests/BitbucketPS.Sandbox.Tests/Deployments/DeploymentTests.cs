using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class DeploymentTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Deployments = PipelineCalls.Api + "/deployments";

    [Fact]
    public async Task Demo_has_deployments_that_ended_in_different_ways()
    {
        JsonArray all = (await sandbox.GetAsync(Deployments)).Json["values"]!.AsArray();

        string[] ends = [.. all.Select(item => (string?)item!["state"]!["status"]?["name"] ?? (string)item["state"]!["name"]!).Distinct(StringComparer.Ordinal)];
        Assert.Superset(new HashSet<string>(["SUCCESSFUL", "FAILED", "UNDEPLOYED"], StringComparer.Ordinal), ends.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Deployment_goes_with_the_step_that_deploys()
    {
        string pipeline = await sandbox.StartAsync(variables: """{"key": "SANDBOX_SECONDS", "value": "10"}""");
        List<string> states = [];
        foreach (int seconds in (int[])[0, 14, 10])
        {
            sandbox.Clock.Advance(TimeSpan.FromSeconds(seconds));
            states.Add((string)(await OfTestAsync(pipeline))["state"]!["name"]!);
        }

        JsonNode deployment = await OfTestAsync(pipeline);
        Assert.Equal(["UNDEPLOYED", "IN_PROGRESS", "COMPLETED"], states);
        Assert.Equal("SUCCESSFUL", (string?)deployment["state"]!["status"]!["name"]);
        Assert.Equal("Test", (string?)deployment["environment"]!["name"]);
        Assert.NotNull(deployment["state"]!["completed_on"]);
        Assert.Equal(deployment.ToJsonString(), (await sandbox.GetAsync(PipelineCalls.Of(Deployments, deployment["uuid"]))).Json.ToJsonString());
    }

    [Fact]
    public async Task Unknown_deployment_is_not_found()
        => Assert.Equal(
            HttpStatusCode.NotFound, (await sandbox.GetAsync(PipelineCalls.Of(Deployments, "{00000000-0000-0000-0000-000000000000}"))).Status);

    private async Task<JsonNode> OfTestAsync(string pipeline)
    {
        string step = (string)(await sandbox.GetAsync(pipeline + "/steps")).Json["values"]![2]!["uuid"]!;
        JsonArray all = (await sandbox.GetAsync(Deployments + "?pagelen=100")).Json["values"]!.AsArray();
        return Assert.Single(all, item => string.Equals((string?)item!["step"]!["uuid"], step, StringComparison.Ordinal))!;
    }
}
