using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public sealed class ControlledBehaviourTests
{
    [Fact]
    public async Task Rate_limit_is_set_while_it_runs()
    {
        await using SandboxFixture sandbox = await StartAsync();
        Answer set = await sandbox.ControlAsync("PUT", "/rate-limit", """{"limit":1,"retryAfter":true}""");
        Answer first = await sandbox.GetAsync("/2.0/user");
        Answer second = await sandbox.GetAsync("/2.0/user");
        await sandbox.ControlAsync("PUT", "/rate-limit", """{"limit":null}""");
        Answer third = await sandbox.GetAsync("/2.0/user");

        Assert.Equal("""{"limit":1,"rejectedCount":false,"retryAfter":true,"scaled":false}""", set.Text);
        Assert.Equal((200, 429, 200), ((int)first.Status, (int)second.Status, (int)third.Status));
        Assert.Equal("3600", second.Header("Retry-After"));
    }

    [Fact]
    public async Task Latency_is_set_while_it_runs()
    {
        await using SandboxFixture sandbox = await StartAsync();
        await sandbox.ControlAsync("PUT", "/latency", """{"milliseconds":5000}""");

        // Without a credential, which might be over by the time that the clock shows.
        Task<Answer> slow = sandbox.SendAsync("GET", "/2.0/hook_events");
        Answer unhindered = await sandbox.ControlAsync("GET", "/latency");
        bool waits = !slow.IsCompleted;

        // The request may not have come to its delay when the clock is moved first.
        while (!slow.IsCompleted)
        {
            sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        Assert.True(waits);
        Assert.Equal("""{"milliseconds":5000}""", unhindered.Text);
        Assert.Equal(HttpStatusCode.OK, (await slow).Status);
    }

    [Theory]
    [InlineData("""{"spec":"status,status=418,times=1"}""", 418)]
    [InlineData("""{"kind":"status","status":418,"path":"/2.0/user"}""", 418)]
    [InlineData("""{"kind":"status","pattern":"^/2\\.0/(user|x{1,2})$","times":null}""", 503)]
    [InlineData("""{"kind":"status","method":null,"path":null,"status":null,"delay":null,"left":null}""", 503)]
    [InlineData("""{"kind":"status","method":"POST"}""", 200)]
    public async Task Faults_are_added_and_ended(string json, int status)
    {
        await using SandboxFixture sandbox = await StartAsync();
        Answer added = await sandbox.ControlAsync("POST", "/faults", json);
        Answer struck = await sandbox.GetAsync("/2.0/user");
        JsonNode listed = (await sandbox.ControlAsync("GET", "/faults")).Json["faults"]!.AsArray().Single()!;
        Answer ended = await sandbox.ControlAsync("DELETE", "/faults");
        Answer after = await sandbox.GetAsync("/2.0/user");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.NoContent), (added.Status, ended.Status));
        Assert.Equal((status, 200), ((int)struck.Status, (int)after.Status));
        Assert.Equal(status == 200 ? 0 : 1, (int)listed["hits"]!);
    }

    [Theory]
    [InlineData("""{"spec":"surprise"}""", "surprise")]
    [InlineData("""{"kind":"status","status":200}""", "Status")]
    [InlineData("""{"kind":"status","status":"high"}""", "status")]
    [InlineData("""{"kind":"status","colour":"red"}""", "colour")]
    [InlineData("""{"kind":"status","pattern":"("}""", "(")]
    [InlineData("""{"status":500}""", "kind")]
    [InlineData("""{"kind":"next-elsewhere","host":"/tmp"}""", "host")]
    [InlineData("""{"kind":"next-elsewhere","host":"file:///etc/passwd"}""", "host")]
    [InlineData("""{"kind":"status","retry-after":"1\r\nX-More: 2"}""", "Retry-After")]
    [InlineData("""{"spec":"status","kind":"reset"}""", "kind")]
    public async Task Bad_fault_is_refused(string json, string text)
    {
        await using SandboxFixture sandbox = await StartAsync();
        Answer answer = await sandbox.ControlAsync("POST", "/faults", json);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(text, answer.Text, StringComparison.Ordinal);
        Assert.Empty((await sandbox.ControlAsync("GET", "/faults")).Json["faults"]!.AsArray());
    }

    [Fact]
    public async Task Clock_is_moved_stopped_and_set()
    {
        await using SandboxFixture sandbox = await StartAsync();
        DateTimeOffset start = sandbox.Clock.GetUtcNow();
        await sandbox.ControlAsync("PUT", "/clock", """{"advance":86400}""");
        DateTimeOffset advanced = await NowAsync(sandbox);
        Answer expired = await sandbox.GetAsync("/2.0/user");
        await sandbox.ControlAsync("PUT", "/clock", """{"frozen":true,"offset":0}""");
        sandbox.Clock.Advance(TimeSpan.FromHours(3));
        DateTimeOffset frozen = await NowAsync(sandbox);
        await sandbox.ControlAsync("PUT", "/clock", """{"frozen":false}""");
        sandbox.Clock.Advance(TimeSpan.FromHours(3));
        DateTimeOffset going = await NowAsync(sandbox);
        await sandbox.ControlAsync("PUT", "/clock", """{"now":"2031-02-03T04:05:06Z"}""");
        DateTimeOffset set = await NowAsync(sandbox);

        Assert.Equal(start.AddDays(1), advanced, TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, expired.Status);
        Assert.Equal(start, frozen, TimeSpan.FromSeconds(1));
        Assert.Equal(start.AddHours(3), going, TimeSpan.FromSeconds(1));
        Assert.Equal(new DateTimeOffset(2031, 2, 3, 4, 5, 6, TimeSpan.Zero), set);
    }

    private static async Task<SandboxFixture> StartAsync()
    {
        SandboxFixture sandbox = new();
        await sandbox.InitializeAsync();
        return sandbox;
    }

    private static async Task<DateTimeOffset> NowAsync(SandboxFixture sandbox)
        => DateTimeOffset.Parse((string)(await sandbox.ControlAsync("GET", "/clock")).Json["now"]!, CultureInfo.InvariantCulture);
}
