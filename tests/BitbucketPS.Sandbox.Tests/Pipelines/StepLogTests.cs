using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class StepLogTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Log_is_not_there_before_the_step_begins()
    {
        string step = await sandbox.StepAsync(await sandbox.StartAsync("nightly"));

        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.FetchLogAsync(step)).StatusCode);
    }

    [Fact]
    public async Task Log_grows_while_the_step_runs()
    {
        string step = await RunningAsync();
        string before = await (await sandbox.FetchLogAsync(step)).TextAsync();
        sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
        string after = await (await sandbox.FetchLogAsync(step)).TextAsync();

        Assert.StartsWith(before, after, StringComparison.Ordinal);
        Assert.DoesNotContain("dotnet test", before, StringComparison.Ordinal);
        Assert.Contains("+ dotnet test --filter Long", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", 406)]
    [InlineData("text/plain, application/json;q=0.5", 406)]
    [InlineData("application/octet-stream", 200)]
    [InlineData("application/json, */*;q=0.1", 200)]
    [InlineData("*/*", 200)]
    public async Task Log_is_for_those_who_accept_bytes(string accept, int status)
    {
        using HttpResponseMessage response = await sandbox.FetchLogAsync(await RunningAsync(), ("Accept", accept));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 200 ? "application/octet-stream" : "application/json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Log_that_has_not_changed_is_not_sent_again()
    {
        string step = await RunningAsync();
        string tag = (await sandbox.FetchLogAsync(step)).Headers.ETag!.Tag;
        using HttpResponseMessage same = await sandbox.FetchLogAsync(step, ("If-None-Match", tag));
        sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
        using HttpResponseMessage changed = await sandbox.FetchLogAsync(step, ("If-None-Match", tag));

        Assert.Equal((HttpStatusCode.NotModified, ""), (same.StatusCode, await same.TextAsync()));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Theory]
    [InlineData("bytes=0-8", "+ umask 0", "bytes 0-8/")]
    [InlineData("bytes=2-", "umask 000", "bytes 2-")]
    [InlineData("bytes=-9", "", "bytes ")]
    public async Task Part_of_the_log_is_sent(string range, string start, string place)
    {
        using HttpResponseMessage response = await sandbox.FetchLogAsync(await RunningAsync(), ("Range", range));

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.StartsWith(start, await response.TextAsync(), StringComparison.Ordinal);
        Assert.StartsWith(place, response.Content.Headers.ContentRange!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Part_beyond_the_end_is_refused()
    {
        using HttpResponseMessage response = await sandbox.FetchLogAsync(await RunningAsync(), ("Range", "bytes=100000-"));

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, response.StatusCode);
        Assert.StartsWith("bytes */", response.Content.Headers.ContentRange!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_of_a_completed_step_is_somewhere_else()
    {
        Uri place = await PlaceAsync();

        using HttpResponseMessage log = await sandbox.FetchAsync(place.AbsoluteUri);
        using HttpResponseMessage part = await sandbox.FetchAsync(place.AbsoluteUri, ("Range", "bytes=0-8"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.PartialContent), (log.StatusCode, part.StatusCode));
        Assert.Equal("+ umask 0", await part.TextAsync());
        Assert.Contains("Build finished.", await log.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Place_of_a_log_refuses_a_second_credential()
    {
        using HttpResponseMessage refused = await sandbox.FetchAsync((await PlaceAsync()).AbsoluteUri, ("Authorization", sandbox.Bearer));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Only one auth mechanism allowed", await refused.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Place_of_a_log_is_good_for_a_while_and_with_its_signature()
    {
        Uri place = await PlaceAsync();
        HttpStatusCode forged = (await sandbox.FetchAsync(place.GetLeftPart(UriPartial.Path) + "?signature=forged")).StatusCode;
        HttpStatusCode unsigned = (await sandbox.FetchAsync(place.GetLeftPart(UriPartial.Path))).StatusCode;
        sandbox.Clock.Advance(TimeSpan.FromMinutes(11));
        HttpStatusCode late = (await sandbox.FetchAsync(place.AbsoluteUri)).StatusCode;

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (forged, unsigned, late));
    }

    [Fact]
    public async Task Log_of_the_main_container_has_the_id_of_the_step()
    {
        string step = await RunningAsync();
        string id = step[(step.LastIndexOf('/') + 1)..];

        Assert.Equal(HttpStatusCode.OK, (await sandbox.FetchAsync($"{step}/logs/{id}", ("Authorization", sandbox.Bearer))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync($"{step}/logs/%7B00000000-0000-0000-0000-000000000000%7D")).Status);
    }

    [Fact]
    public async Task Tests_are_reported_when_the_step_has_ended()
    {
        string pipeline = await sandbox.StartAsync("nightly", """{"key": "SANDBOX_RESULT", "value": "FAILED"}""");
        string reports = await sandbox.StepAsync(pipeline) + "/test_reports";
        HttpStatusCode before = (await sandbox.GetAsync(reports)).Status;
        sandbox.Clock.Advance(TimeSpan.FromSeconds(20));
        JsonArray cases = (await sandbox.GetAsync(reports + "/test_cases")).Json["values"]!.AsArray();
        string reasons = PipelineCalls.Of(reports + "/test_cases", cases[0]!["uuid"]) + "/test_case_reasons";

        Assert.Equal(HttpStatusCode.NotFound, before);
        Assert.Equal(1, (int?)(await sandbox.GetAsync(reports)).Json["number_of_failed_test_cases"]);
        Assert.Equal(["FAILED", "SUCCESSFUL", "SUCCESSFUL"], cases.Select(test => (string)test!["status"]!));
        Assert.NotEmpty((string)(await sandbox.GetAsync(reasons)).Json["message"]!);
    }

    private async Task<string> RunningAsync()
    {
        string step = await sandbox.StepAsync(await sandbox.StartAsync("nightly"));
        sandbox.Clock.Advance(TimeSpan.FromSeconds(4));
        return step;
    }

    private async Task<Uri> PlaceAsync()
    {
        string step = await RunningAsync();
        sandbox.Clock.Advance(TimeSpan.FromSeconds(20));
        using HttpResponseMessage response = await sandbox.FetchLogAsync(step);
        Assert.Equal(HttpStatusCode.TemporaryRedirect, response.StatusCode);
        return response.Headers.Location!;
    }
}
