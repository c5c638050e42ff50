using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public sealed class WebhookDeliveryTests : IAsyncLifetime
{
    private const string Website = "/2.0/repositories/demo/website";

    private readonly SandboxFixture _sandbox = new();

    public ValueTask InitializeAsync() => _sandbox.InitializeAsync();

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task Push_is_told_signed_with_the_secret()
    {
        using HookListener listener = new();
        await HookAsync(listener.Url, "repo:push", "hidden");

        await _sandbox.PostAsync(Website + "/refs/branches", """{"name": "told", "target": {"hash": "main"}}""");
        HookRequest request = await listener.NextAsync();

        JsonNode change = request.Json["push"]!["changes"]![0]!;
        Assert.Equal("repo:push", request.Event);
        Assert.Equal(("told", true, false), ((string)change["new"]!["name"]!, (bool)change["created"]!, (bool)change["closed"]!));
        Assert.Equal("sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes("hidden"), request.Body)), request.Headers["X-Hub-Signature"]);
        Assert.Equal("1", request.Headers["X-Attempt-Number"]);
        Assert.Equal(("demo", "demo/website"), ((string)request.Json["actor"]!["nickname"]!, (string)request.Json["repository"]!["full_name"]!));
    }

    [Fact]
    public async Task What_fails_is_told_again_and_without_a_secret_it_is_not_signed()
    {
        using HookListener listener = new(500, 503, 200);
        await HookAsync(listener.Url, "repo:push");

        await _sandbox.DeleteAsync(Website + "/refs/branches/release/1.0");
        HookRequest[] requests = [await listener.NextAsync(), await listener.NextAsync(), await listener.NextAsync()];

        Assert.Equal(["1", "2", "3"], requests.Select(request => request.Headers["X-Attempt-Number"]));
        Assert.Single(requests.Select(request => request.Headers["X-Request-UUID"]).Distinct(StringComparer.Ordinal));
        Assert.DoesNotContain("X-Hub-Signature", requests[0].Headers.Keys);
        Assert.True((bool)requests[0].Json["push"]!["changes"]![0]!["closed"]!);
    }

    [Fact]
    public async Task Pull_request_tells_what_becomes_of_it_in_order()
    {
        using HookListener listener = new();
        await HookAsync(listener.Url, "pullrequest:created\", \"pullrequest:push\", \"pullrequest:rejected");
        await _sandbox.PostAsync(Website + "/refs/branches", """{"name": "topic", "target": {"hash": "main"}}""");
        await WriteAsync("one.txt");
        Answer opened = await _sandbox.PostAsync(Website + "/pullrequests", """{"title": "T", "source": {"branch": {"name": "topic"}}}""");

        await WriteAsync("two.txt");
        await _sandbox.SendAsync("POST", $"{Website}/pullrequests/{opened.Json["id"]}/decline", _sandbox.Bearer);
        string[] events = [(await listener.NextAsync()).Event, (await listener.NextAsync()).Event, (await listener.NextAsync()).Event];

        Assert.Equal(["pullrequest:created", "pullrequest:push", "pullrequest:rejected"], events);
    }

    [Theory]
    [InlineData("http://example.org/hook")]
    [InlineData("http://10.0.0.1/hook")]
    [InlineData("http://127.0.0.1.example.org/hook")]
    public async Task Nobody_but_this_machine_is_told(string url)
    {
        await HookAsync(url, "repo:push");
        using HookListener marker = new();
        await HookAsync(marker.Url, "repo:push");

        // Hooks are told in order: when the second one has heard, the first one is through.
        await _sandbox.PostAsync(Website + "/refs/branches", """{"name": "secret", "target": {"hash": "main"}}""");
        await marker.NextAsync();

        WebhookDelivery delivery = Assert.Single(_sandbox.Server.WebhookDeliveries, delivery => string.Equals(delivery.Url, url, StringComparison.Ordinal));
        Assert.Null(delivery.Status);
        Assert.StartsWith("Refused", delivery.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secret_is_never_answered_kept_when_left_out_and_taken_away_by_null()
    {
        Answer made = await HookAsync("http://127.0.0.1:9/hook", "repo:push", "hidden");
        string path = $"{Website}/hooks/{Uri.EscapeDataString((string)made.Json["uuid"]!)}";

        Answer kept = await _sandbox.PutAsync(path, """{"description": "changed"}""");
        Answer removed = await _sandbox.PutAsync(path, """{"secret": null}""");

        Assert.DoesNotContain("hidden", made.Text + kept.Text, StringComparison.Ordinal);
        Assert.Equal((true, true, false), ((bool)made.Json["secret_set"]!, (bool)kept.Json["secret_set"]!, (bool)removed.Json["secret_set"]!));
        Assert.Equal("changed", (string?)removed.Json["description"]);
    }

    [Theory]
    [InlineData("""{"url": "ftp://127.0.0.1/", "events": ["repo:push"]}""", "url")]
    [InlineData("""{"url": "http://127.0.0.1/", "events": []}""", "events")]
    [InlineData("""{"url": "http://127.0.0.1/", "events": ["issue:created"]}""", "events")]
    [InlineData("""{"url": "http://127.0.0.1/", "events": ["repo:surprise"]}""", "events[0]")]
    public async Task Bad_hook_names_its_field(string json, string field)
    {
        Answer answer = await _sandbox.PostAsync(Website + "/hooks", json);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Json["error"]!["fields"]![field]);
    }

    [Fact]
    public async Task Hook_needs_the_scope_of_what_it_hears()
    {
        string token = _sandbox.Server.IssueAccessToken(TimeSpan.FromHours(1), "webhook", "repository:admin");

        Answer answer = await _sandbox.SendAsync(
            "POST", Website + "/hooks", "Bearer " + token, SandboxFixture.Json("""{"url": "http://127.0.0.1/", "events": ["pullrequest:created"]}"""));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(["webhook", "pullrequest"], answer.Scopes.Required);
    }

    private async Task<Answer> HookAsync(string url, string events, string? secret = null)
    {
        string more = secret is null ? "" : $", \"secret\": \"{secret}\"";
        Answer answer = await _sandbox.PostAsync(Website + "/hooks", $$"""{"url": "{{url}}", "events": ["{{events}}"]{{more}}}""");
        Assert.True(answer.Status is HttpStatusCode.Created, answer.Text);
        return answer;
    }

    private async Task WriteAsync(string file)
    {
        using MultipartFormDataContent form = new() { { new StringContent("topic"), "branch" }, { new StringContent("new"), file, file } };
        await _sandbox.SendAsync("POST", Website + "/src", _sandbox.Bearer, form);
    }
}
