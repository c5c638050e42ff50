namespace BitbucketPS.Sandbox.Tests;

/// <summary>What a test can prove about writes.</summary>
public sealed class WriteLogTests : IAsyncLifetime
{
    private readonly FaultFixture _sandbox = new();

    public ValueTask InitializeAsync() => _sandbox.InitializeAsync();

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task Writes_that_were_carried_out_are_told()
    {
        await _sandbox.TryCreateAsync("log/one");
        await _sandbox.GetAsync(FaultFixture.Branches);
        await _sandbox.DeleteAsync($"{FaultFixture.Branches}/log/one?fields=name");

        Assert.Equal(
            [("POST", FaultFixture.Branches, 201), ("DELETE", $"{FaultFixture.Branches}/log/one?fields=name", 204)],
            _sandbox.Server.Writes.Select(write => (write.Method, write.Target, write.Status)));
    }

    [Fact]
    public async Task Write_that_was_refused_is_none()
    {
        await _sandbox.TryCreateAsync("main");
        await _sandbox.DeleteAsync($"{FaultFixture.Branches}/missing");
        await _sandbox.SendAsync("DELETE", $"{FaultFixture.Branches}/main");

        Assert.Empty(_sandbox.Server.Writes);
    }

    [Theory]
    [InlineData(SandboxFaultKind.Reset, true, 0)]
    [InlineData(SandboxFaultKind.Reset, false, 0)]
    [InlineData(SandboxFaultKind.Status, true, 503)]
    [InlineData(SandboxFaultKind.Status, false, 503)]
    public async Task Fault_hides_the_answer_but_not_the_write(SandboxFaultKind kind, bool after, int status)
    {
        _sandbox.Server.Faults.Add(new() { Kind = kind, AfterTheWork = after });

        await _sandbox.TryCreateAsync("log/lost");

        Assert.Equal(status, Assert.Single(_sandbox.Server.Requests).Status);
        Assert.Equal(after ? [201] : [], _sandbox.Server.Writes.Select(write => write.Status));
    }
}
