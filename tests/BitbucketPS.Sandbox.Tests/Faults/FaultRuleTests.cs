using System.Net;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>Which requests go wrong.</summary>
public sealed class FaultRuleTests : IAsyncLifetime
{
    private readonly FaultFixture _sandbox = new();

    private SandboxFaults Faults => _sandbox.Server.Faults;

    public ValueTask InitializeAsync() => _sandbox.InitializeAsync();

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task Fault_counts_its_hits_and_runs_out()
    {
        SandboxFaultRule rule = Faults.Add(new() { Kind = SandboxFaultKind.Status, Times = 2 });

        HttpStatusCode[] statuses = await StatusesAsync(3);

        Assert.Equal([HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK], statuses);
        Assert.Equal(2, rule.Hits);
        Assert.Equal([503, 503, 200], _sandbox.Server.Requests.Select(request => request.Status));
    }

    [Fact]
    public async Task First_fault_that_has_not_run_out_counts()
    {
        Faults.Add(new() { Kind = SandboxFaultKind.Status, Status = 500 });
        Faults.Add(new() { Kind = SandboxFaultKind.Status, Status = 502, Times = null });

        HttpStatusCode[] statuses = await StatusesAsync(3);
        Faults.Clear();

        Assert.Equal([HttpStatusCode.InternalServerError, HttpStatusCode.BadGateway, HttpStatusCode.BadGateway], statuses);
        Assert.Equal([HttpStatusCode.OK], await StatusesAsync(1));
    }

    [Fact]
    public async Task Share_of_requests_is_the_same_in_every_run()
    {
        SandboxFault fault = new() { Kind = SandboxFaultKind.Status, Times = null, Rate = 0.5, Seed = 7 };
        SandboxFaultRule rule = Faults.Add(fault);
        HttpStatusCode[] first = await StatusesAsync(20);
        Faults.Clear();
        Faults.Add(fault);

        Assert.Equal(first, await StatusesAsync(20));
        Assert.Equal(first.Count(status => status is not HttpStatusCode.OK), rule.Hits);
        Assert.InRange(rule.Hits, 4, 16);
    }

    [Theory]
    [InlineData("POST", null, null, false)]
    [InlineData("get", null, null, true)]
    [InlineData(null, "/user", null, true)]
    [InlineData(null, "x=%20", null, true)]
    [InlineData(null, "/USER", null, false)]
    [InlineData(null, null, "^/2\\.0/us.r\\?", true)]
    [InlineData(null, null, "^/2\\.0/us.r$", false)]
    [InlineData("GET", "/user", "nowhere", false)]
    public async Task Fault_strikes_what_fits(string? method, string? part, string? pattern, bool strikes)
    {
        SandboxFaultRule rule = Faults.Add(new() { Kind = SandboxFaultKind.Html, Method = method, PathContains = part, PathPattern = pattern });

        await _sandbox.GetAsync(FaultFixture.User + "?x=%20");

        Assert.Equal(strikes ? 1 : 0, rule.Hits);
    }

    [Theory]
    [InlineData("/site/oauth2/access_token")]
    [InlineData("/1.0/oauth/request_token")]
    public async Task Request_for_a_token_goes_wrong_only_by_name(string path)
    {
        SandboxFaultRule all = Faults.Add(new() { Kind = SandboxFaultKind.Status, Times = null });
        Answer before = await _sandbox.SendAsync("POST", path);
        Faults.Add(new() { Kind = SandboxFaultKind.Status, PathContains = path });
        Answer after = await _sandbox.SendAsync("POST", path);

        Assert.Equal(0, all.Hits);
        Assert.NotEqual(HttpStatusCode.ServiceUnavailable, before.Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, after.Status);
    }

    [Fact]
    public async Task Git_is_left_alone()
    {
        SandboxFaultRule rule = Faults.Add(new() { Kind = SandboxFaultKind.Status, PathContains = "website" });

        await _sandbox.GetAsync("/demo/website.git/info/refs?service=git-upload-pack");

        Assert.Equal(0, rule.Hits);
    }

    [Fact]
    public void Fault_that_makes_no_sense_is_refused()
    {
        SandboxFault good = new() { Kind = SandboxFaultKind.Status };
        SandboxFault[] bad =
        [
            good with { Kind = (SandboxFaultKind)(-1) }, good with { Times = 0 }, good with { Rate = 0 },
            good with { Rate = 1.1 }, good with { Status = 200 }, good with { Status = 600 }, good with { PathPattern = "(" },
            good with { Delay = TimeSpan.FromTicks(-1) }, good with { Size = 0 }, good with { ItemsLeft = -1 },
        ];

        Assert.All(bad, fault => Assert.ThrowsAny<ArgumentException>(() => Faults.Add(fault)));
    }

    private async Task<HttpStatusCode[]> StatusesAsync(int count)
    {
        List<HttpStatusCode> statuses = [];
        for (int i = 0; i < count; i++)
        {
            statuses.Add((await _sandbox.GetAsync(FaultFixture.User)).Status);
        }

        return [.. statuses];
    }
}
