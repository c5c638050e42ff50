using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>What clients of Pipelines were caught by, as the service behaves.</summary>
public class PipelineGotchaTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData("application/json", HttpStatusCode.NotAcceptable)]
    [InlineData("application/octet-stream", HttpStatusCode.OK)]
    public async Task Gotcha18_Log_AcceptedAsJsonOnly_IsRefused(string accept, HttpStatusCode status)
    {
        string step = await sandbox.StepAsync(await sandbox.StartAsync("nightly"));
        sandbox.Clock.Advance(TimeSpan.FromSeconds(4));

        using HttpResponseMessage response = await sandbox.FetchLogAsync(step, ("Accept", accept));

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Gotcha18_LogOfCompletedStep_IsOnAnotherServerThatRefusesTheCredential()
    {
        string step = await sandbox.StepAsync(await sandbox.StartAsync("nightly"));
        sandbox.Clock.Advance(TimeSpan.FromSeconds(30));

        using HttpResponseMessage sent = await sandbox.FetchLogAsync(step);
        Uri place = sent.Headers.Location!;
        using HttpResponseMessage plain = await sandbox.FetchAsync(place.AbsoluteUri);
        using HttpResponseMessage twice = await sandbox.FetchAsync(place.AbsoluteUri, ("Authorization", sandbox.Bearer));

        Assert.NotEqual(new Uri(sandbox.Origin).Host, place.Host);
        Assert.Equal((HttpStatusCode.TemporaryRedirect, HttpStatusCode.OK, HttpStatusCode.BadRequest), (sent.StatusCode, plain.StatusCode, twice.StatusCode));
    }

    [Fact]
    public async Task Gotcha22_Steps_ComeInPagesThatSayNoNext()
    {
        string steps = string.Concat(Enumerable.Range(1, 12).Select(number => $"      - step:\n          name: S{number}\n          script:\n            - echo {number}\n"));
        using MultipartFormDataContent form = new()
        {
            { new StringContent("many"), "branch" },
            { new StringContent("pipelines:\n  custom:\n    many:\n" + steps), "bitbucket-pipelines.yml", "bitbucket-pipelines.yml" },
        };
        await sandbox.SendAsync("POST", PipelineCalls.Api + "/src", sandbox.Bearer, form);
        Answer started = await sandbox.PostAsync(
            PipelineCalls.Pipelines,
            """{"target": {"type": "pipeline_ref_target", "ref_type": "branch", "ref_name": "many", "selector": {"type": "custom", "pattern": "many"}}}""");
        string list = PipelineCalls.Of(PipelineCalls.Pipelines, started.Json["uuid"]) + "/steps";

        Answer[] pages = [await sandbox.GetAsync(list), await sandbox.GetAsync(list + "?page=2"), await sandbox.GetAsync(list + "?page=3")];

        Assert.Equal([10, 2, 0], pages.Select(page => page.Names.Length));
        Assert.Equal("S12", pages[1].Names[^1]);
        Assert.All(pages, page => Assert.Null(page.Json["next"]));
    }

    [Theory]
    [InlineData("1", HttpStatusCode.Created)]
    [InlineData("\"1\"", HttpStatusCode.Created)]
    [InlineData("\"01\"", HttpStatusCode.BadRequest)]
    [InlineData("99", HttpStatusCode.BadRequest)]
    [InlineData("[1]", HttpStatusCode.BadRequest)]
    public async Task Pull_request_of_a_target_is_a_number_or_its_text(string id, HttpStatusCode status)
    {
        const string Target = """{"type": "pipeline_pullrequest_target", "source": "feature/rate-limits", "destination": "main", "pullrequest": {"id": ID}}""";

        Answer answer = await sandbox.PostAsync(PipelineCalls.Pipelines, $"{{\"target\": {Target.Replace("ID", id, StringComparison.Ordinal)}}}");

        Assert.Equal(status, answer.Status);
        Assert.Equal(status is HttpStatusCode.Created ? 1 : null, (int?)answer.Json["target"]?["pullrequest"]?["id"]);
    }

    [Theory]
    [InlineData("SUCCESSFUL", 60)]
    [InlineData("FAILED", 60)]
    [InlineData("STOPPED", 4)]
    public async Task Gotcha22_Outcome_IsInTheResultAndNotInTheNameOfTheState(string result, int seconds)
    {
        string pipeline = await sandbox.StartAsync("nightly", $$"""{"key": "SANDBOX_RESULT", "value": "{{result}}"}""");
        sandbox.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await sandbox.SendAsync("POST", pipeline + "/stopPipeline", sandbox.Bearer);

        JsonNode state = (await sandbox.GetAsync(pipeline)).Json["state"]!;

        Assert.Equal(("COMPLETED", result), ((string)state["name"]!, (string)state["result"]!["name"]!));
    }
}
