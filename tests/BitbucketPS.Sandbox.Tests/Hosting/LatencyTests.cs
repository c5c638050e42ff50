using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public sealed class LatencyTests : IAsyncLifetime
{
    private static readonly TimeSpan s_latency = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(20);

    private readonly SandboxFixture _sandbox = new() { Options = new() { Latency = s_latency } };

    public ValueTask InitializeAsync() => _sandbox.InitializeAsync();

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task Api_answers_when_the_time_has_passed()
    {
        DateTimeOffset start = _sandbox.Clock.GetUtcNow();

        // Without a credential, which might be over by the time that the clock shows.
        Task<Answer> answer = _sandbox.SendAsync("GET", "/2.0/hook_events");

        // The server may not wait yet when the clock moves first.
        while (!answer.IsCompleted)
        {
            _sandbox.Clock.Advance(s_latency / 4);
            await Task.WhenAny(answer, Task.Delay(s_step, TestContext.Current.CancellationToken));
        }

        Assert.Equal(HttpStatusCode.OK, (await answer).Status);
        Assert.True(_sandbox.Clock.GetUtcNow() - start >= s_latency);
    }

    [Fact]
    public async Task Sign_in_is_not_slower()
        => Assert.Equal(HttpStatusCode.BadRequest, (await _sandbox.SendAsync("POST", "/site/oauth2/access_token", content: SandboxFixture.Form(""))).Status);
}
