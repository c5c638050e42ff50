using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class PipelineStartTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Pipelines = PipelineCalls.Pipelines;

    [Fact]
    public async Task New_pipeline_has_the_recorded_shape()
    {
        JsonObject json = (await sandbox.GetAsync(await sandbox.StartAsync())).Json.AsObject();

        string[] recorded =
        [
            "type", "uuid", "repository", "state", "build_number", "creator", "created_on", "target", "trigger", "run_number",
            "duration_in_seconds", "build_seconds_used", "first_successful", "expired", "links", "has_variables",
        ];
        Assert.Empty(recorded.Except(json.Select(property => property.Key), StringComparer.Ordinal));
        Assert.Equal("branches", (string?)json["target"]!["selector"]!["type"]);
        Assert.Equal("main", (string?)json["target"]!["ref_name"]);
        Assert.Equal("pipeline_trigger_manual", (string?)json["trigger"]!["type"]);
        Assert.StartsWith(sandbox.Origin, (string?)json["links"]!["self"]!["href"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_are_never_told()
    {
        Answer answer = await sandbox.GetAsync(await sandbox.StartAsync(variables: """{"key": "TOKEN", "value": "hidden-from-all", "secured": true}"""));

        Assert.True((bool?)answer.Json["has_variables"]);
        Assert.Null(answer.Json["variables"]);
        Assert.DoesNotContain("hidden-from-all", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_are_those_of_the_file()
    {
        JsonArray steps = (await sandbox.GetAsync(await sandbox.StartAsync() + "/steps")).Json["values"]!.AsArray();

        Assert.Equal(["Build and test", "Check the format", "Deploy to Test", "Deploy to Staging"], steps.Select(step => (string)step!["name"]!));
        Assert.Equal(["dotnet build", "dotnet test"], steps[0]!["script_commands"]!.AsArray().Select(command => (string)command!["name"]!));
        Assert.Equal("dotnet-sdk:10", (string?)steps[0]!["image"]!["name"]);
        Assert.Equal((120, 120), ((int)steps[0]!["maxTime"]!, (int)steps[0]!["max_time"]!));
    }

    [Fact]
    public async Task One_step_can_be_asked_for()
    {
        string step = await sandbox.StepAsync(await sandbox.StartAsync(), 1);

        Assert.Equal("Check the format", (string?)(await sandbox.GetAsync(step)).Json["name"]);
    }

    [Fact]
    public async Task Repository_without_a_file_gets_one_step()
    {
        const string Website = "/2.0/repositories/demo/website/pipelines";
        Answer answer = await sandbox.PostAsync(Website, """{"target": {"type": "pipeline_ref_target", "ref_type": "branch", "ref_name": "main"}}""");

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal("default", (string?)answer.Json["target"]!["selector"]!["type"]);
        Assert.Single(await sandbox.StepStatesAsync(PipelineCalls.Of(Website, answer.Json["uuid"])));
    }

    [Fact]
    public async Task Commit_can_be_the_target()
    {
        string hash = await HashAsync("main~1");

        Answer answer = await sandbox.PostAsync(
            Pipelines, $$$"""{"target": {"type": "pipeline_commit_target", "commit": {"type": "commit", "hash": "{{{hash}}}"} } }""");

        JsonNode target = (await sandbox.GetAsync(PipelineCalls.Of(Pipelines, answer.Json["uuid"]))).Json["target"]!;
        Assert.Equal(("pipeline_commit_target", hash), ((string)target["type"]!, (string)target["commit"]!["hash"]!));
        Assert.Null(target["ref_name"]);
    }

    [Fact]
    public async Task Pull_request_can_be_the_target()
    {
        Answer pullRequest = await sandbox.GetAsync("/2.0/repositories/demo/api/pullrequests");
        JsonNode first = pullRequest.Json["values"]![0]!;

        Answer answer = await sandbox.PostAsync(Pipelines, $$$"""
            {"target": {"type": "pipeline_pullrequest_target", "source": "{{{first["source"]!["branch"]!["name"]}}}",
             "destination": "main", "pullrequest": {"id": {{{first["id"]}}} }, "selector": {"type": "pull-requests", "pattern": "**"} } }
            """);

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal((int)first["id"]!, (int?)answer.Json["target"]!["pullrequest"]!["id"]);
    }

    [Theory]
    [InlineData("""{"target": {"type": "pipeline_ref_target", "ref_type": "branch", "ref_name": "nowhere"}}""")]
    [InlineData("""{"target": {"type": "pipeline_ref_target", "ref_type": "tag", "ref_name": "nowhere"}}""")]
    [InlineData("""{"target": {"type": "pipeline_ref_target", "ref_type": "bookmark", "ref_name": "main"}}""")]
    [InlineData("""{"target": {"type": "pipeline_ref_target", "ref_name": "main"}}""")]
    [InlineData("""{"target": {"type": "pipeline_commit_target"}}""")]
    [InlineData("""{"target": {"type": "pipeline_commit_target", "commit": {"hash": "0123456789012345678901234567890123456789"}}}""")]
    [InlineData("""{"target": {"type": "pipeline_ref_target", "ref_type": "branch", "ref_name": "main", "selector": {"type": "custom", "pattern": "none"}}}""")]
    [InlineData("""{"target": {"type": "pipeline_ref_target", "ref_type": "branch", "ref_name": "main"}, "variables": [{"key": "A-B", "value": "1"}]}""")]
    public async Task Target_that_is_not_there_is_refused_in_the_form_of_pipelines(string body)
    {
        Answer answer = await sandbox.PostAsync(Pipelines, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Null(answer.Json["type"]);
        Assert.Equal("Bad request", answer.Message);
        Assert.NotEmpty(answer.Detail());
    }

    [Fact]
    public async Task Unknown_pipeline_is_not_found_in_the_form_of_pipelines()
    {
        Answer answer = await sandbox.GetAsync(PipelineCalls.Of(Pipelines, "{00000000-0000-0000-0000-000000000000}"));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Null(answer.Json["type"]);
        Assert.Contains("00000000", answer.Detail(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_runs_where_pipelines_is_not_enabled()
    {
        const string Docs = "/2.0/repositories/demo/docs/pipelines";
        const string Body = """{"target": {"type": "pipeline_ref_target", "ref_type": "branch", "ref_name": "main"}}""";
        Answer refused = await sandbox.PostAsync(Docs, Body);
        await sandbox.PutAsync(Docs + "_config", """{"enabled": true}""");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(HttpStatusCode.Created, (await sandbox.PostAsync(Docs, Body)).Status);
    }

    [Fact]
    public async Task Starting_needs_its_scope()
    {
        string reader = "Bearer " + sandbox.Server.IssueAccessToken(TimeSpan.FromHours(1), "repository");

        Answer answer = await sandbox.SendAsync("POST", Pipelines, reader, SandboxFixture.Json("""{"target": {}}"""));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Fact]
    public async Task Stranger_finds_no_pipelines()
        => Assert.Equal(HttpStatusCode.NotFound, (await sandbox.SendAsync("GET", Pipelines, sandbox.As("stranger"))).Status);

    private async Task<string> HashAsync(string revision)
        => (await Git.RunAsync(sandbox.Server.RepositoryPath("demo", "api"), "rev-parse", revision)).Trim();
}
