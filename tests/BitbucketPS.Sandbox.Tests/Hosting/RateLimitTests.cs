using System.Globalization;
using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public sealed class RateLimitTests : IAsyncDisposable
{
    private const string User = "/2.0/user";
    private const string Repository = "/2.0/repositories/demo/website";
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_tick = TimeSpan.FromTicks(1);

    private SandboxFixture _sandbox = null!;

    // Good for longer than the hours that these tests let pass.
    private string LongLasting => SandboxFixture.BasicHeader(_sandbox.Server.ApiToken);

    public ValueTask DisposeAsync() => _sandbox?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Request_too_many_is_refused_in_bitbuckets_words()
    {
        await StartAsync(new() { RateLimitPerHour = 2 });

        Assert.Equal([200, 200, 429, 429], await StatusesAsync(User, 4));
        Answer refused = await _sandbox.GetAsync(User);
        Assert.Equal((HttpStatusCode.TooManyRequests, "text/plain"), (refused.Status, refused.MediaType));
        Assert.Equal("Rate limit for this resource has been exceeded", refused.Text);
        Assert.Null(refused.Headers.RetryAfter);
        Assert.Equal((2, 3), (_sandbox.Server.AcceptedRequests, _sandbox.Server.RejectedRequests));
    }

    [Fact]
    public async Task Hour_rolls()
    {
        await StartAsync(new() { RateLimitPerHour = 2 });
        await _sandbox.GetAsync(User);
        _sandbox.Clock.Advance(s_hour / 2);
        await _sandbox.GetAsync(User);
        _sandbox.Clock.Advance((s_hour / 2) - s_tick);
        IEnumerable<int> before = await StatusesAsync(User, 1);
        _sandbox.Clock.Advance(s_tick);

        Assert.Equal([429], before);
        Assert.Equal([200, 429], await StatusesAsync(User, 2));
    }

    [Fact]
    public async Task Repositories_have_a_limit_of_their_own()
    {
        await StartAsync(new() { RateLimitPerHour = 1 });

        Assert.Equal([200, 429], await StatusesAsync(User, 2));
        Assert.Equal([200, 429], await StatusesAsync(Repository, 2));
        Assert.Equal([429], await StatusesAsync("/2.0/workspaces/demo", 1));
        Assert.Equal([429], await StatusesAsync("/1.0/repositories/demo/website/branches", 1));
    }

    [Fact]
    public async Task Each_account_has_a_limit_of_its_own()
    {
        await StartAsync(new() { RateLimitPerHour = 1 });
        string token = "Bearer " + _sandbox.Server.IssueRepositoryToken("demo", "website", s_hour * 2);

        Assert.Equal([200, 429], await StatusesAsync(Repository, 2));
        Assert.Equal([200, 429], await StatusesAsync(Repository, 2, token));
        Assert.Equal([429], await StatusesAsync(Repository, 1, _sandbox.Bearer));
    }

    [Fact]
    public async Task Anonymous_callers_share_a_limit()
    {
        await StartAsync(new() { RateLimitPerHour = 1 });

        int[] anonymous = [await AnonymousAsync(), await AnonymousAsync()];

        Assert.Equal([401, 429], anonymous);
        Assert.Equal([200], await StatusesAsync(User, 1));
    }

    [Fact]
    public async Task Credential_that_is_none_does_not_count()
    {
        await StartAsync(new() { RateLimitPerHour = 1 });

        Assert.Equal([401, 401], await StatusesAsync(User, 2, "Bearer nobody"));
        Assert.Equal((0, 0), (_sandbox.Server.AcceptedRequests, _sandbox.Server.RejectedRequests));
    }

    [Theory]
    [InlineData(false, 200)]
    [InlineData(true, 429)]
    public async Task Refused_requests_count_if_they_are_to(bool count, int expected)
    {
        await StartAsync(new() { RateLimitPerHour = 1, RejectedRequestsCount = count });
        await _sandbox.GetAsync(User);
        _sandbox.Clock.Advance(s_hour / 2);
        await _sandbox.GetAsync(User);
        _sandbox.Clock.Advance(s_hour / 2);

        Assert.Equal([expected], await StatusesAsync(User, 1));
    }

    [Theory]
    [InlineData(false, "1800")]
    [InlineData(true, "3600")]
    public async Task Time_to_wait_is_said_if_it_is_to(bool count, string expected)
    {
        await StartAsync(new() { RateLimitPerHour = 1, RateLimitSendsRetryAfter = true, RejectedRequestsCount = count });
        await _sandbox.GetAsync(User);
        _sandbox.Clock.Advance(s_hour / 2);

        Answer refused = await _sandbox.GetAsync(User);
        _sandbox.Clock.Advance(TimeSpan.FromSeconds(int.Parse(expected, CultureInfo.InvariantCulture)));

        Assert.Equal(expected, refused.Header("Retry-After"));
        Assert.Equal([200], await StatusesAsync(User, 1));
    }

    [Fact]
    public async Task Access_tokens_alone_are_told_the_limit()
    {
        await StartAsync(new() { RateLimitPerHour = 10, ScaledRateLimits = true });
        string token = "Bearer " + _sandbox.Server.IssueWorkspaceToken("demo", s_hour);
        Answer[] answers = new Answer[10];
        for (int i = 0; i < answers.Length; i++)
        {
            answers[i] = await _sandbox.SendAsync("GET", Repository, token);
        }

        Assert.All(answers, answer => Assert.Equal(("10", "repositories"), (answer.Header("X-RateLimit-Limit"), answer.Header("X-RateLimit-Resource"))));
        Assert.Equal(8, Array.FindIndex(answers, answer => answer.Header("X-RateLimit-NearLimit") is "true"));
        Assert.False((await _sandbox.GetAsync(Repository)).Headers.Contains("X-RateLimit-Limit"));
    }

    [Fact]
    public async Task Nothing_is_limited_by_default()
    {
        await StartAsync(new());
        string token = "Bearer " + _sandbox.Server.IssueWorkspaceToken("demo", s_hour);

        Answer answer = await _sandbox.SendAsync("GET", Repository, token);

        Assert.False(answer.Headers.Contains("X-RateLimit-Limit"));
        Assert.Equal((1, 0), (_sandbox.Server.AcceptedRequests, _sandbox.Server.RejectedRequests));
    }

    private async Task StartAsync(SandboxOptions options)
    {
        _sandbox = new() { Options = options };
        await _sandbox.InitializeAsync();
    }

    private async Task<int> AnonymousAsync() => (int)(await _sandbox.SendAsync("GET", User)).Status;

    private async Task<IEnumerable<int>> StatusesAsync(string target, int count, string? authorization = null)
    {
        int[] statuses = new int[count];
        for (int i = 0; i < count; i++)
        {
            statuses[i] = (int)(await _sandbox.SendAsync("GET", target, authorization ?? LongLasting)).Status;
        }

        return statuses;
    }
}
