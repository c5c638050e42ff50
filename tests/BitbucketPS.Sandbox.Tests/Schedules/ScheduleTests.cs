using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>Schedules start pipelines as the clock passes. Each test has a sandbox, and so a clock, of its own.</summary>
public sealed class ScheduleTests : IAsyncLifetime
{
    private const string Schedules = PipelineCalls.Api + "/pipelines_config/schedules";
    private const string Newest = PipelineCalls.Pipelines + "?sort=-created_on&pagelen=100";

    private readonly SandboxFixture _sandbox = new();
    private string _bearer = "";

    public async ValueTask InitializeAsync()
    {
        await _sandbox.InitializeAsync();
        _bearer = "Bearer " + _sandbox.Server.IssueAccessToken(TimeSpan.FromDays(30));
    }

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task Schedule_starts_a_pipeline_each_hour()
    {
        string schedule = await MakeAsync("0 0 * * * ? *");
        _sandbox.Clock.Advance(TimeSpan.FromHours(3));

        JsonArray executions = (await GetAsync(schedule + "/executions")).Json["values"]!.AsArray();
        JsonArray pipelines = (await GetAsync(Newest + "&trigger_type=SCHEDULED")).Json["values"]!.AsArray();

        Assert.Equal(3, executions.Count);
        Assert.Equal([7, 6, 5], pipelines.Select(pipeline => (int)pipeline!["build_number"]!));
        Assert.Equal(
            pipelines.Reverse().Select(pipeline => (string?)pipeline!["uuid"]), executions.Select(execution => (string?)execution!["pipeline"]!["uuid"]));
        Assert.Equal("pipeline_schedule_execution_executed", (string?)executions[0]!["type"]);
    }

    [Fact]
    public async Task Pipeline_of_a_schedule_stays_the_same_when_others_come()
    {
        await MakeAsync("0 0 * * * ? *");
        _sandbox.Clock.Advance(TimeSpan.FromHours(2));
        string seen = PipelineCalls.Of(PipelineCalls.Pipelines, (await GetAsync(Newest)).Json["values"]![0]!["uuid"]);
        string before = (await GetAsync(seen)).Text;
        Answer started = await SendAsync("POST", PipelineCalls.Pipelines, """{"target": {"type": "pipeline_ref_target", "ref_type": "branch", "ref_name": "main"}}""");

        Assert.Equal(7, (int?)started.Json["build_number"]);
        Assert.Equal(before, (await GetAsync(seen)).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(seen + "/steps/x")).Status);
    }

    [Fact]
    public async Task Log_of_a_scheduled_pipeline_can_be_read()
    {
        await MakeAsync("0 0 * * * ? *");
        _sandbox.Clock.Advance(TimeSpan.FromHours(2));
        JsonArray scheduled = (await GetAsync(PipelineCalls.Pipelines + "?trigger_type=SCHEDULED")).Json["values"]!.AsArray();
        string steps = PipelineCalls.Of(PipelineCalls.Pipelines, scheduled[0]!["uuid"]) + "/steps";
        string step = PipelineCalls.Of(steps, (await GetAsync(steps)).Json["values"]![0]!["uuid"]);
        Answer sent = await GetAsync(step + "/log");
        using HttpResponseMessage log = await _sandbox.FetchAsync(sent.Location.AbsoluteUri);

        Assert.Equal(HttpStatusCode.OK, log.StatusCode);
        Assert.Contains("Build finished.", await log.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disabled_schedule_starts_nothing_more()
    {
        string schedule = await MakeAsync("0 0 * * * ? *");
        _sandbox.Clock.Advance(TimeSpan.FromHours(2));
        Answer disabled = await SendAsync("PUT", schedule, """{"enabled": false}""");
        _sandbox.Clock.Advance(TimeSpan.FromHours(5));

        Assert.False((bool?)disabled.Json["enabled"]);
        Assert.False((bool?)(await GetAsync(schedule)).Json["enabled"]);
        Assert.Equal(2, (int?)(await GetAsync(schedule + "/executions")).Json["size"]);
    }

    [Fact]
    public async Task Deleted_schedule_leaves_its_pipelines()
    {
        string schedule = await MakeAsync("0 0 * * * ? *");
        _sandbox.Clock.Advance(TimeSpan.FromHours(2));
        Answer deleted = await SendAsync("DELETE", schedule);
        _sandbox.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(HttpStatusCode.NoContent, deleted.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(schedule)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(schedule + "/executions")).Status);
        Assert.Equal(6, (int?)(await GetAsync(Newest)).Json["size"]);
    }

    [Fact]
    public async Task Execution_without_its_branch_is_an_error()
    {
        Answer made = await SendAsync("POST", Schedules, Body("develop", "0 0 * * * ? *"));
        string schedule = PipelineCalls.Of(Schedules, made.Json["uuid"]);
        await SendAsync("DELETE", PipelineCalls.Api + "/refs/branches/develop");
        _sandbox.Clock.Advance(TimeSpan.FromHours(1));

        JsonNode execution = Assert.Single((await GetAsync(schedule + "/executions")).Json["values"]!.AsArray())!;

        Assert.Equal("pipeline_schedule_execution_errored", (string?)execution["type"]);
        Assert.NotEmpty((string)execution["error"]!["message"]!);
    }

    [Theory]
    [InlineData("main", "0 0 12 * * *")]
    [InlineData("main", "0 0 12 ? * ? *")]
    [InlineData("main", "* * * * * ? *")]
    [InlineData("main", "0 0 24 * * ? *")]
    [InlineData("main", "0 0 12 * FOO ? *")]
    [InlineData("main", "every day")]
    [InlineData("nowhere", "0 0 12 * * ? *")]
    public async Task Schedule_that_makes_no_sense_is_refused(string branch, string pattern)
    {
        Answer answer = await SendAsync("POST", Schedules, Body(branch, pattern));

        Answer tagged = await SendAsync("POST", Schedules, Body("main", "0 0 12 * * ? *").Replace("\"branch\"", "\"tag\"", StringComparison.Ordinal));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (answer.Status, tagged.Status));
        Assert.Empty((await GetAsync(Schedules)).Json["values"]!.AsArray());
    }

    [Fact]
    public async Task New_schedule_is_listed_with_its_target()
    {
        string schedule = await MakeAsync("0 30 10 ? * MON-FRI *");

        JsonNode json = (await GetAsync(schedule)).Json;

        Assert.Equal(json.ToJsonString(), Assert.Single((await GetAsync(Schedules)).Json["values"]!.AsArray())!.ToJsonString());
        Assert.Equal(("main", "0 30 10 ? * MON-FRI *", true), ((string)json["target"]!["ref_name"]!, (string)json["cron_pattern"]!, (bool)json["enabled"]!));
        Assert.Null(json["periods"]);
        Assert.Null(json["creator"]);
    }

    private static string Body(string branch, string pattern)
        => $$$"""{"target": {"ref_type": "branch", "ref_name": "{{{branch}}}", "selector": {"type": "default"}}, "cron_pattern": "{{{pattern}}}"}""";

    private async Task<string> MakeAsync(string pattern)
    {
        Answer made = await SendAsync("POST", Schedules, Body("main", pattern));
        Assert.True(made.Status is HttpStatusCode.Created, made.Text);
        return PipelineCalls.Of(Schedules, made.Json["uuid"]);
    }

    private Task<Answer> GetAsync(string target) => _sandbox.SendAsync("GET", target, _bearer);

    private Task<Answer> SendAsync(string method, string target, string? json = null)
        => _sandbox.SendAsync(method, target, _bearer, json is null ? null : SandboxFixture.Json(json));
}
