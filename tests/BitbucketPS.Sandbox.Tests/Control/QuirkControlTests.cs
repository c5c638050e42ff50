using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public sealed class QuirkControlTests : IAsyncLifetime
{
    private const string Pipelines = "/2.0/repositories/demo/api/pipelines?pagelen=1";

    private readonly SandboxFixture _sandbox = new();

    public ValueTask InitializeAsync() => _sandbox.InitializeAsync();

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task Quirk_is_switched_while_the_sandbox_runs()
    {
        Answer usual = await _sandbox.GetAsync(Pipelines);

        Answer switched = await _sandbox.ControlAsync("PUT", "/quirks", """{"PipelinePagesWithoutNext": false}""");
        Answer changed = await _sandbox.GetAsync(Pipelines);
        Answer reset = await _sandbox.ControlAsync("DELETE", "/quirks");

        Assert.Null(usual.Json["next"]);
        Assert.False((bool)switched.Json["PipelinePagesWithoutNext"]!);
        Assert.NotNull(changed.Json["next"]);
        Assert.True((bool)reset.Json["PipelinePagesWithoutNext"]!);
    }

    [Theory]
    [InlineData("""{"Surprise": true}""", "Surprise")]
    [InlineData("""{"OldestPipelinesFirst": false, "PipelinePagesWithoutNext": "no"}""", "PipelinePagesWithoutNext")]
    public async Task Bad_quirk_is_named_and_nothing_is_switched(string json, string field)
    {
        Answer answer = await _sandbox.ControlAsync("PUT", "/quirks", json);

        JsonNode now = (await _sandbox.ControlAsync("GET", "/quirks")).Json;
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Json["error"]!["fields"]![field]);
        Assert.True((bool)now["OldestPipelinesFirst"]!);
    }

    [Fact]
    public async Task What_webhooks_were_told_is_listed()
    {
        await _sandbox.PostAsync("/2.0/repositories/demo/docs/hooks", """{"url": "http://example.org/", "events": ["repo:push"]}""");
        using HookListener marker = new();
        await _sandbox.PostAsync("/2.0/repositories/demo/docs/hooks", $$"""{"url": "{{marker.Url}}", "events": ["repo:push"]}""");
        await _sandbox.PostAsync("/2.0/repositories/demo/docs/refs/branches", """{"name": "told", "target": {"hash": "main"}}""");
        await marker.NextAsync();

        JsonArray deliveries = (await _sandbox.ControlAsync("GET", "/webhooks")).Json["deliveries"]!.AsArray();

        Assert.Equal(("repo:push", "http://example.org/"), ((string)deliveries[0]!["event"]!, (string)deliveries[0]!["url"]!));
        Assert.StartsWith("Refused", (string?)deliveries[0]!["problem"], StringComparison.Ordinal);
    }
}
