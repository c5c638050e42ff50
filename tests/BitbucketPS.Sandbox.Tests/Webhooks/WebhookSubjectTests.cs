using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public sealed class WebhookSubjectTests : IAsyncLifetime
{
    private const string OfRepository = "/2.0/repositories/demo/website/hooks";
    private const string OfWorkspace = "/2.0/workspaces/demo/hooks";

    private static readonly CultureInfo s_invariant = CultureInfo.InvariantCulture;

    private readonly SandboxFixture _sandbox = new();

    public ValueTask InitializeAsync() => _sandbox.InitializeAsync();

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Theory]
    [InlineData(OfRepository, "\"project:updated\"", HttpStatusCode.BadRequest)]
    [InlineData(OfWorkspace, "\"project:updated\"", HttpStatusCode.Created)]
    [InlineData(OfRepository, "\"repo:push\", \"repo:push\"", HttpStatusCode.BadRequest)]
    public async Task Hook_hears_each_event_of_its_subject_once(string place, string events, HttpStatusCode status)
    {
        Answer answer = await _sandbox.PostAsync(place, $$"""{"url": "http://127.0.0.1:9/", "events": [{{events}}]}""");

        Assert.Equal(status, answer.Status);
        Assert.Equal(status is HttpStatusCode.BadRequest, answer.Json["error"]?["fields"]?["events"] is not null);
    }

    [Fact]
    public async Task Workspace_hears_what_changed_about_a_project()
    {
        using HookListener listener = new();
        await HookAsync(OfWorkspace, listener.Url, "project:updated");

        await _sandbox.PutAsync("/2.0/workspaces/demo/projects/WEB", """{"name": "Webs"}""");
        JsonNode json = (await listener.NextAsync()).Json;

        Assert.Equal(("Webs", "demo"), ((string)json["project"]!["name"]!, (string)json["actor"]!["nickname"]!));
        Assert.Equal(["name"], json["changes"]!.AsObject().Select(change => change.Key));
        Assert.Equal("Webs", (string?)json["changes"]!["name"]!["new"]);
        Assert.Null(json["repository"]);
    }

    [Fact]
    public async Task Repository_is_told_with_its_workspace_and_project()
    {
        using HookListener listener = new();
        await HookAsync(OfRepository, listener.Url, "repo:push");

        await _sandbox.PostAsync("/2.0/repositories/demo/website/refs/tags", """{"name": "told", "target": {"hash": "main"}}""");
        JsonNode json = (await listener.NextAsync()).Json;

        Assert.Equal(("demo", "WEB", true), ((string)json["repository"]!["workspace"]!["slug"]!, (string)json["repository"]!["project"]!["key"]!, (bool)json["repository"]!["is_private"]!));
        Assert.Equal(
            ["closed", "created", "forced", "links", "new", "old", "truncated"],
            json["push"]!["changes"]![0]!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Moved_branch_links_to_what_is_between()
    {
        using HookListener listener = new();
        await HookAsync(OfRepository, listener.Url, "repo:push");

        using MultipartFormDataContent form = new() { { new StringContent("main"), "branch" }, { new StringContent("new"), "new.txt", "new.txt" } };
        await _sandbox.SendAsync("POST", "/2.0/repositories/demo/website/src", _sandbox.Bearer, form);
        JsonNode change = (await listener.NextAsync()).Json["push"]!["changes"]![0]!;
        Answer commits = await GetAsync(change, "commits");
        Answer diff = await GetAsync(change, "diff");

        Assert.Equal((string?)change["new"]!["target"]!["hash"], (string?)Assert.Single(commits.Json["values"]!.AsArray())!["hash"]);
        Assert.Contains("+++ b/new.txt", diff.Text, StringComparison.Ordinal);
        Assert.NotNull(change["old"]!["target"]!["summary"]);
        Assert.NotNull(change["commits"]![0]!["summary"]);
    }

    [Fact]
    public async Task Stopped_pipeline_is_told_as_a_span()
    {
        using HookListener listener = new();
        await HookAsync(OfWorkspace, listener.Url, "pipeline:span_created");
        string pipeline = await _sandbox.StartAsync("nightly");
        _sandbox.Clock.Advance(TimeSpan.FromSeconds(4));

        await _sandbox.SendAsync("POST", pipeline + "/stopPipeline", _sandbox.Bearer);
        JsonNode span = (await listener.NextAsync()).Json["resourceSpans"]![0]!["scopeSpans"]![0]!["spans"]![0]!;

        Assert.Equal("bbc.pipeline_run", (string?)span["name"]);
        Assert.Equal(4_000_000_000, long.Parse((string)span["endTimeUnixNano"]!, s_invariant) - long.Parse((string)span["startTimeUnixNano"]!, s_invariant));
        Assert.Contains(span["attributes"]!.AsArray(), attribute => (string?)attribute!["value"]!["stringValue"] is "STOPPED");
    }

    [Fact]
    public async Task Build_status_is_told_with_its_commit()
    {
        using HookListener listener = new();
        await HookAsync(OfRepository, listener.Url, "repo:commit_status_created");
        JsonNode branch = (await _sandbox.GetAsync("/2.0/repositories/demo/website/refs/branches/main")).Json["target"]!;

        await _sandbox.PostAsync($"/2.0/repositories/demo/website/commit/{branch["hash"]}/statuses/build", """{"key": "ci", "state": "FAILED", "url": "http://127.0.0.1/"}""");
        JsonNode commit = (await listener.NextAsync()).Json["commit_status"]!["commit"]!;

        Assert.Equal(((string)branch["hash"]!, (string)branch["message"]!), ((string)commit["hash"]!, (string)commit["message"]!));
    }

    [Fact]
    public async Task Gotcha25_Secret_IsNeverAnswered_NotEvenByTheHookThatHasIt()
    {
        Answer made = await HookAsync(OfRepository, "http://127.0.0.1:9/", "repo:push", "hidden-from-all");
        string hook = PipelineCalls.Of(OfRepository, made.Json["uuid"]);
        Answer changed = await _sandbox.PutAsync(hook, """{"secret": "hidden-from-all-2"}""");
        Answer[] answers = [made, changed, await _sandbox.GetAsync(hook), await _sandbox.GetAsync(OfRepository)];

        Assert.All(answers, answer => Assert.DoesNotContain("hidden-from-all", answer.Text, StringComparison.Ordinal));
        Assert.All(answers, answer => Assert.Contains("\"secret_set\":true", answer.Text, StringComparison.Ordinal));
    }

    private Task<Answer> GetAsync(JsonNode change, string link)
        => _sandbox.GetAsync(((string)change["links"]![link]!["href"]!)[_sandbox.Origin.Length..]);

    private async Task<Answer> HookAsync(string place, string url, string events, string secret = "")
    {
        Answer answer = await _sandbox.PostAsync(place, $$"""{"url": "{{url}}", "events": ["{{events}}"], "secret": "{{secret}}"}""");
        Assert.True(answer.Status is HttpStatusCode.Created, answer.Text);
        return answer;
    }
}
