using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>What a schedule has started is history: nothing that happens later changes it.</summary>
public sealed class ScheduledRunTests : IAsyncLifetime
{
    private const string Schedules = PipelineCalls.Api + "/pipelines_config/schedules";
    private const string Newest = PipelineCalls.Pipelines + "?sort=-created_on&pagelen=100";

    private readonly GitFixture _sandbox = new();
    private string _schedule = "";
    private string _bearer = "";

    public async ValueTask InitializeAsync()
    {
        await _sandbox.InitializeAsync();
        _bearer = "Bearer " + _sandbox.Server.IssueAccessToken(TimeSpan.FromDays(30));
        Answer made = await SendAsync(
            "POST", Schedules, """{"target": {"ref_type": "branch", "ref_name": "main", "selector": {"type": "default"}}, "cron_pattern": "0 0 * * * ? *"}""");
        _schedule = PipelineCalls.Of(Schedules, made.Json["uuid"]);
        _sandbox.Clock.Advance(TimeSpan.FromHours(2));
    }

    public ValueTask DisposeAsync() => ((IAsyncDisposable)_sandbox).DisposeAsync();

    [Fact]
    public async Task Commit_that_is_written_later_changes_no_pipeline()
    {
        string before = (await GetAsync(Newest)).Text;

        using MultipartFormDataContent form = new() { { new StringContent("main"), "branch" }, { new StringContent("new"), "new.txt", "new.txt" } };
        Answer written = await _sandbox.SendAsync("POST", PipelineCalls.Api + "/src", _bearer, form);

        Assert.Equal(HttpStatusCode.Created, written.Status);
        Assert.Equal(before, (await GetAsync(Newest)).Text);
    }

    [Fact]
    public async Task Commit_that_is_pushed_later_changes_no_pipeline()
    {
        string folder = await _sandbox.CloneAsync("api");
        await _sandbox.Git.RunAsync("-C", folder, "checkout", "--quiet", "main");
        await _sandbox.Git.RunAsync("-C", folder, "commit", "--quiet", "--allow-empty", "-m", "Later");
        string before = (await GetAsync(Newest)).Text;

        await _sandbox.Git.RunAsync("-C", folder, "push", "--quiet", "origin", "main");

        Assert.Equal(before, (await GetAsync(Newest)).Text);
    }

    [Fact]
    public async Task While_pipelines_are_disabled_nothing_runs_and_what_ran_before_stays()
    {
        string before = (await GetAsync(Newest)).Text;
        await SendAsync("PUT", PipelineCalls.Api + "/pipelines_config", """{"enabled": false}""");
        _sandbox.Clock.Advance(TimeSpan.FromHours(3));
        string meanwhile = (await GetAsync(Newest)).Text;
        await SendAsync("PUT", PipelineCalls.Api + "/pipelines_config", """{"enabled": true}""");

        JsonArray executions = (await GetAsync(_schedule + "/executions")).Json["values"]!.AsArray();

        Assert.Equal((before, before), (meanwhile, (await GetAsync(Newest)).Text));
        Assert.Equal([true, true, false, false, false], executions.Select(execution => (string?)execution!["type"] is "pipeline_schedule_execution_executed"));
    }

    private Task<Answer> GetAsync(string target) => _sandbox.SendAsync("GET", target, _bearer);

    private Task<Answer> SendAsync(string method, string target, string json)
        => _sandbox.SendAsync(method, target, _bearer, SandboxFixture.Json(json));
}
