using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public sealed class ControlTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Index_names_what_there_is()
    {
        Answer answer = await sandbox.ControlAsync("GET", "");

        string[] paths = [.. answer.Json["resources"]!.AsArray().Select(item => (string)item!["path"]!)];
        Assert.All(["/_sandbox/clock", "/_sandbox/counters", "/_sandbox/faults", "/_sandbox/latency", "/_sandbox/rate-limit", "/_sandbox/requests"], path => Assert.Contains(path, paths));
        Assert.All(answer.Json["resources"]!.AsArray(), item => Assert.NotEmpty((string)item!["about"]!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/clock")]
    [InlineData("/nothing")]
    public async Task Without_its_secret_nothing_is_told(string path)
    {
        Answer none = await sandbox.SendAsync("GET", "/_sandbox" + path, sandbox.Bearer);
        Answer wrong = await sandbox.ControlAsync("GET", path, secret: "guess");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (none.Status, wrong.Status));
        Assert.False(none.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Foreign_host_is_refused_with_the_secret_too()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(sandbox.Server.BaseAddress, "/_sandbox"));
        request.Headers.Host = "evil.example.org";
        request.Headers.Add("X-Sandbox-Secret", sandbox.Server.ControlSecret);
        using HttpClient http = new();
        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(421, (int)response.StatusCode);
    }

    [Fact]
    public async Task Unknown_path_and_method_are_told()
    {
        Answer path = await sandbox.ControlAsync("GET", "/nothing");
        Answer method = await sandbox.ControlAsync("POST", "/latency", "{}");

        Assert.Equal(HttpStatusCode.NotFound, path.Status);
        Assert.Contains("/_sandbox/nothing", path.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, method.Status);
    }

    [Theory]
    [InlineData("/latency", """{"milliseconds":-1}""", "milliseconds", "-1")]
    [InlineData("/latency", """{"milliseconds":"soon"}""", "milliseconds", "soon")]
    [InlineData("/latency", """{"milliseconds":1.5}""", "milliseconds", "1.5")]
    [InlineData("/latency", """{"milliseconds":1,"ms":2}""", "ms", "milliseconds")]
    [InlineData("/latency", "{}", "milliseconds", "required")]
    [InlineData("/rate-limit", """{"limit":0}""", "limit", "0")]
    [InlineData("/rate-limit", """{"retryAfter":"yes"}""", "retryAfter", "yes")]
    [InlineData("/rate-limit", """{"limit":[1]}""", "limit", "single")]
    [InlineData("/clock", """{"now":"yesterday"}""", "now", "yesterday")]
    [InlineData("/clock", """{"now":"2027-01-01T00:00:00Z","advance":1}""", "advance", "now")]
    [InlineData("/clock", """{"offset":1e300}""", "offset", "number")]
    [InlineData("/clock", """{"now":"9999-12-31T23:59:59Z"}""", "now", "years")]
    [InlineData("/clock", """{"frozen":1}""", "frozen", "1")]
    public async Task Bad_value_is_named(string path, string json, string name, string text)
    {
        Answer answer = await sandbox.ControlAsync("PUT", path, json);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(text, (string)answer.Json["error"]!["fields"]![name]![0]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/requests?lats=1", "lats")]
    [InlineData("GET", "/clock?last=1", "last")]
    [InlineData("DELETE", "/lease?id=1&ID=2", "ID")]
    public async Task Parameter_that_would_be_overlooked_is_named(string method, string path, string name)
    {
        Answer answer = await sandbox.ControlAsync(method, path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Json["error"]!["fields"]![name]);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("""{"milliseconds":1,"milliseconds":2}""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"milliseconds":"\ud800"}""")]
    public async Task Body_that_is_no_object_is_refused(string body)
        => Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.ControlAsync("PUT", "/latency", body)).Status);

    [Fact]
    public async Task Requests_are_told_with_what_was_wrong()
    {
        await sandbox.ControlAsync("DELETE", "/requests");
        await sandbox.GetAsync("/2.0/user");
        await sandbox.PostAsync("/2.0/repositories/demo/website/refs/branches?access_token=x", """{"nam":"x"}""");
        await sandbox.PostAsync("/2.0/repositories/demo/website/refs/branches", """{"nam":"x"}""");

        JsonNode[] requests = [.. (await sandbox.ControlAsync("GET", "/requests")).Json["requests"]!.AsArray()!];

        Assert.Equal(3, requests.Length);
        Assert.Equal(("GET /2.0/user", "demo", null), ((string)requests[0]["operation"]!, (string)requests[0]["account"]!, (string?)requests[0]["problem"]));
        Assert.EndsWith("access_token=***", (string)requests[1]["target"]!, StringComparison.Ordinal);
        Assert.Equal(400, (int)requests[2]["status"]!);
        Assert.Contains("nam", (string)requests[2]["problem"]!, StringComparison.Ordinal);
        Assert.Single((await sandbox.ControlAsync("GET", "/requests?last=1")).Json["requests"]!.AsArray());
        Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.ControlAsync("GET", "/requests?last=many")).Status);
    }

    [Fact]
    public async Task Counters_count_by_operation_and_status()
    {
        JsonNode before = (await sandbox.ControlAsync("GET", "/counters")).Json;
        await sandbox.GetAsync("/2.0/repositories/demo/website");
        await sandbox.GetAsync("/2.0/repositories/demo/nothing");
        JsonNode after = (await sandbox.ControlAsync("GET", "/counters")).Json;

        Assert.Equal(2, (int)after["requests"]! - (int)before["requests"]!);
        Assert.Equal(2, Count(after, "byOperation", "GET /2.0/repositories/{workspace}/{repo_slug}") - Count(before, "byOperation", "GET /2.0/repositories/{workspace}/{repo_slug}"));
        Assert.Equal(1, Count(after, "byStatus", "404") - Count(before, "byStatus", "404"));
    }

    private static int Count(JsonNode counters, string group, string name) => (int?)counters[group]![name] ?? 0;
}
