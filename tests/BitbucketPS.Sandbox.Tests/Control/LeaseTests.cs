using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public sealed class LeaseTests : IAsyncLifetime
{
    private readonly SandboxFixture _sandbox = new();

    public ValueTask InitializeAsync() => _sandbox.InitializeAsync();

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task Lease_is_held_until_it_is_given_back()
    {
        using OpenLease first = await TakeAsync();
        using OpenLease second = await TakeAsync();
        int held = await CountAsync();
        Answer given = await _sandbox.ControlAsync("DELETE", $"/lease?id={first.Id}");
        string rest = await first.ReadToEndAsync();
        Answer again = await _sandbox.ControlAsync("DELETE", $"/lease?id={first.Id}");

        Assert.Equal(2, held);
        Assert.Equal("""{"leases":1,"ends":false}""", given.Text);
        Assert.Equal("", rest);
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
    }

    [Fact]
    public async Task Lease_ends_with_the_connection_of_its_holder()
    {
        OpenLease lease = await TakeAsync();
        lease.Dispose();

        // The server learns of it when the system tells it.
        int held = await CountAsync();
        while (held > 0)
        {
            held = await CountAsync();
        }

        Assert.Equal(0, held);
    }

    [Fact]
    public async Task Unused_sandbox_ends_with_its_last_lease_and_gives_no_other()
    {
        LeaseBook book = _sandbox.Server.Leases;
        using OpenLease first = await TakeAsync();
        using OpenLease second = await TakeAsync();
        book.EndWhenUnused();
        Answer one = await _sandbox.ControlAsync("DELETE", $"/lease?id={first.Id}");
        bool goesOn = !book.Ended.IsCompleted;
        Answer last = await _sandbox.ControlAsync("DELETE", $"/lease?id={second.Id}");
        Answer late = await _sandbox.ControlAsync("GET", "/lease");

        Assert.Equal(("""{"leases":1,"ends":false}""", """{"leases":0,"ends":true}"""), (one.Text, last.Text));
        Assert.True(goesOn);
        Assert.True(book.Ended.IsCompleted);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, late.Status);
    }

    [Fact]
    public async Task Sandbox_in_use_ends_its_leases_when_it_is_disposed()
    {
        SandboxServer server = await SandboxServer.StartAsync(new(), TestContext.Current.CancellationToken);
        using OpenLease lease = await OpenLease.TakeAsync(server.BaseAddress, server.ControlSecret);

        await server.DisposeAsync();

        Assert.Equal("", await lease.ReadToEndAsync());
    }

    [Theory]
    [InlineData("GET", "/_sandbox/lease")]
    [InlineData("POST", "/_sandbox/stop")]
    public async Task Page_of_a_browser_is_refused_with_the_secret_too(string method, string path)
    {
        Dictionary<string, string> headers = new(StringComparer.Ordinal)
        {
            ["X-Sandbox-Secret"] = _sandbox.Server.ControlSecret,
            ["Origin"] = "http://localhost:3000",
        };

        Answer answer = await _sandbox.SendAsync(method, path, headers: headers);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.False(_sandbox.Server.Leases.Ended.IsCompleted);
    }

    [Fact]
    public async Task Stop_ends_it_whoever_holds_it()
    {
        using OpenLease lease = await TakeAsync();
        Answer refused = await _sandbox.ControlAsync("POST", "/stop", secret: "guess");
        bool goesOn = !_sandbox.Server.Leases.Ended.IsCompleted;
        Answer stopped = await _sandbox.ControlAsync("POST", "/stop");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Accepted), (refused.Status, stopped.Status));
        Assert.True(goesOn);
        Assert.True(_sandbox.Server.Leases.Ended.IsCompleted);
        Assert.Equal("", await lease.ReadToEndAsync());
    }

    private Task<OpenLease> TakeAsync() => OpenLease.TakeAsync(_sandbox.Server.BaseAddress, _sandbox.Server.ControlSecret);

    private async Task<int> CountAsync()
    {
        Answer answer = await _sandbox.ControlAsync("GET", "/process");
        Assert.Equal(Environment.ProcessId, (int)answer.Json["processId"]!);
        return (int)answer.Json["leases"]!;
    }
}
