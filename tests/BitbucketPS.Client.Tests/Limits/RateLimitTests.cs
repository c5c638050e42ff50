using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using BitbucketPS.Client.Tests.Http;
using BitbucketPS.Client.Tests.Simulation;

namespace BitbucketPS.Client.Tests.Limits;

/// <summary>What the client knows of the limits, and how a group of requests waits together.</summary>
[Collection(Alone.Name)]
public sealed class RateLimitTests
{
    private static readonly TimeSpan s_latency = TimeSpan.FromMilliseconds(200);

    private readonly SimulatedClock _clock = new();

    [Fact]
    public void Limits_NothingWasAskedFor_AreNone()
    {
        using BitbucketClient client = new SimulatedServer(_clock).CreateClient();

        Assert.Empty(client.GetRateLimits());
    }

    [Fact]
    public async Task Limits_AfterRequests_CountThem()
    {
        using BitbucketClient client = Answering(_ => Answers.Json("{}")).CreateClient();
        DateTimeOffset start = _clock.GetUtcNow();

        await GetAsync(client, 10);
        await _clock.RunAsync(() => client.Users.GetCurrentAsync(TestContext.Current.CancellationToken));

        IReadOnlyList<RateLimit> limits = client.GetRateLimits();
        Assert.Equal(["other", "repositories"], limits.Select(limit => limit.Resource));
        RateLimit repositories = limits[1];
        Assert.Equal((10L, 0L, 1000L, 990L), (repositories.Used, repositories.Rejected, repositories.Limit, repositories.Remaining));
        Assert.Equal((RateLimitSource.Documented, false), (repositories.Source, repositories.NearLimit));
        Assert.Null(repositories.PausedUntil);
        Assert.InRange((repositories.NextFreeOn!.Value - start).TotalSeconds, 3600, 3601);
        Assert.Equal(1, limits[0].Used);
    }

    [Fact]
    public async Task Limits_AnHourLater_AreForgotten()
    {
        using BitbucketClient client = Answering(_ => Answers.Json("{}")).CreateClient();
        await GetAsync(client, 10);

        await PassAsync(TimeSpan.FromMinutes(59));
        Assert.Equal(10, Assert.Single(client.GetRateLimits()).Used);
        await PassAsync(TimeSpan.FromMinutes(2));
        Assert.Empty(client.GetRateLimits());
    }

    [Fact]
    public async Task Limits_ServerNamesThem_AreTheServers()
    {
        using BitbucketClient client = Answering(_ => Answers.Json("{}").With("X-RateLimit-Limit", "5000").With("X-RateLimit-NearLimit", "true")).CreateClient();

        await GetAsync(client, 10);

        RateLimit limit = Assert.Single(client.GetRateLimits());
        Assert.Equal((5000L, 4990L, RateLimitSource.Header, true), (limit.Limit, limit.Remaining, limit.Source, limit.NearLimit));
    }

    [Fact]
    public async Task Limits_RefusedEarly_PausesForAMinuteAndKeepsWhatIsDocumented()
    {
        SimulatedServer server = Refusing(request => request == 5);
        using BitbucketClient client = server.CreateClient(retries: 1, throttleLimit: 1);
        await GetAsync(client, 5);

        (RateLimit limit, TimeSpan rest) = await DuringThePauseAsync(client, 5);

        Assert.Equal((6L, 1L, 1000L, RateLimitSource.Documented), (limit.Used, limit.Rejected, limit.Limit, limit.Source));
        Assert.InRange(rest, TimeSpan.FromSeconds(57), TimeSpan.FromSeconds(60));
        Assert.Null(Assert.Single(client.GetRateLimits()).PausedUntil);
    }

    [Fact]
    public async Task Limits_RefusedAfterAsManyAsExpected_AreWhatWasSeen()
    {
        SimulatedServer server = Refusing(request => request == 950);
        using BitbucketClient client = server.CreateClient(retries: 1, throttleLimit: 1);
        await GetAsync(client, 950);

        (RateLimit limit, TimeSpan rest) = await DuringThePauseAsync(client, 950);

        Assert.Equal((951L, 1L, 950L, 0L, RateLimitSource.Observed), (limit.Used, limit.Rejected, limit.Limit, limit.Remaining, limit.Source));
        Assert.InRange(rest, TimeSpan.FromMinutes(14.9), TimeSpan.FromMinutes(15));
    }

    [Theory]
    [InlineData(new[] { 60.0, 120, 240, 480, 900, 900, 900 })]
    public async Task Gotcha24_RefusedAgainAndAgain_WaitsLongerEachTime(double[] expected)
    {
        SimulatedServer server = Refusing(request => request < expected.Length);
        using BitbucketClient client = server.CreateClient();

        await GetAsync(client, 1);

        Assert.Equal(expected, server.Waits.Select(wait => Math.Round(wait - s_latency.TotalSeconds, 3)));
    }

    [Fact]
    public async Task Refused_Together_IsOneRefusal()
    {
        SimulatedServer server = Refusing(request => request < 8);
        using BitbucketClient client = server.CreateClient(throttleLimit: 8);
        DateTimeOffset start = _clock.GetUtcNow();

        await GetAsync(client, 8);

        Assert.Equal(16, server.Requests.Count);
        Assert.InRange((_clock.GetUtcNow() - start).TotalSeconds, 60, 62);
    }

    [Fact]
    public async Task Pause_OfOneGroup_HoldsUpNoOther()
    {
        SimulatedServer server = new(_clock, (request, _) => Task.FromResult(
            request.Address.AbsolutePath.Contains("/repositories/", StringComparison.Ordinal) ? Answers.Empty(HttpStatusCode.TooManyRequests) : Answers.Json("{}")));
        using BitbucketClient client = server.CreateClient(throttleLimit: 2);
        using CancellationTokenSource caller = new();
        Task[] held = [.. Enumerable.Range(0, 10).Select(number => OneAsync(client, number, caller.Token))];
        DateTimeOffset start = _clock.GetUtcNow();

        await _clock.RunAsync(() => Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.Users.GetCurrentAsync(TestContext.Current.CancellationToken))));

        Assert.Equal(start, _clock.GetUtcNow());
        Assert.All(held, task => Assert.False(task.IsCompleted));
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(held));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("503")]
    [InlineData("404")]
    [InlineData(Faults.Reset)]
    [InlineData(Faults.Silent)]
    [InlineData(Faults.BrokenBody)]
    public async Task Pause_Ends_OneAsksAndTheOthersWaitForItsAnswer(string? fault)
    {
        Faults faults = new(_clock);
        int asked = -1;
        SimulatedServer server = new(_clock, async (_, token) =>
        {
            int number = Interlocked.Increment(ref asked);
            await _clock.DelayAsync(s_latency, token);
            return number < 4 ? Answers.Empty(HttpStatusCode.TooManyRequests) : number == 4 && fault is not null ? await faults.Of(fault)(token) : Answers.Json("{}");
        });
        using BitbucketClient client = server.CreateClient(throttleLimit: 4);

        await _clock.RunAsync(() => Task.WhenAll(Enumerable.Range(0, 12).Select(async number =>
        {
            try
            {
                await OneAsync(client, number);
            }
            catch (BitbucketApiException e) when (e.Kind == BitbucketErrorKind.NotFound)
            {
                // That of the fault.
            }
        })));

        DateTimeOffset[] after = [.. server.Times.Skip(4)];
        Assert.InRange((after[0] - server.Times[3]).TotalSeconds, 60, 61);
        Assert.True(after[1] - after[0] >= s_latency);
    }

    [Fact]
    public async Task Probe_IsCancelled_AnotherTakesItsPlace()
    {
        int asked = -1;
        ConcurrentQueue<string> probes = new();
        SimulatedServer server = new(_clock, async (request, token) =>
        {
            int number = Interlocked.Increment(ref asked);
            if (number is 0 or > 2)
            {
                return number == 0 ? Answers.Empty(HttpStatusCode.TooManyRequests) : Answers.Json("{}");
            }

            probes.Enqueue(request.Address.AbsolutePath);
            await _clock.StallAsync(token);
            throw new InvalidOperationException("A stall ends only by cancellation.");
        });
        using BitbucketClient client = server.CreateClient(throttleLimit: 4);
        CancellationTokenSource[] callers = [.. Enumerable.Range(0, 6).Select(_ => new CancellationTokenSource())];

        bool[] done = await _clock.RunAsync(() => Task.WhenAll(callers.Select(async (caller, number) =>
        {
            try
            {
                await OneAsync(client, number, caller.Token);
                return true;
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }).Append(CancelProbesAsync())));

        Assert.Equal(4 + 1, done.Count(isDone => isDone));
        Assert.Equal(2, probes.Distinct(StringComparer.Ordinal).Count());
        Array.ForEach(callers, caller => caller.Dispose());

        async Task<bool> CancelProbesAsync()
        {
            for (int cancelled = 0; cancelled < 2; cancelled++)
            {
                while (probes.Count <= cancelled)
                {
                    await Task.Delay(TimeSpan.FromSeconds(1), _clock, TestContext.Current.CancellationToken);
                }

                await callers[int.Parse(probes.Last().Split('/')[^1], CultureInfo.InvariantCulture)].CancelAsync();
            }

            return true;
        }
    }

    private SimulatedServer Refusing(Predicate<int> isRefused) => Answering(number => isRefused(number) ? Answers.Empty(HttpStatusCode.TooManyRequests) : Answers.Json("{}"));

    private SimulatedServer Answering(Func<int, HttpResponseMessage> answer)
    {
        int asked = -1;
        return new(_clock, async (_, token) =>
        {
            int number = Interlocked.Increment(ref asked);
            await _clock.DelayAsync(s_latency, token);
            return answer(number);
        });
    }

    private Task<RawAnswer[]> GetAsync(BitbucketClient client, int count)
        => _clock.RunAsync(() => Task.WhenAll(Enumerable.Range(0, count).Select(number => OneAsync(client, number))));

    private Task PassAsync(TimeSpan time) => _clock.RunAsync(() => Task.Delay(time, _clock, TestContext.Current.CancellationToken));

    // What is known while a request that was refused waits, and how long it still has to.
    private async Task<(RateLimit Limit, TimeSpan Left)> DuringThePauseAsync(BitbucketClient client, int request)
    {
        RateLimit? limit = null;
        TimeSpan? rest = null;
        await _clock.RunAsync(async () =>
        {
            Task waiting = OneAsync(client, request);
            await _clock.DelayAsync(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
            limit = Assert.Single(client.GetRateLimits());
            rest = limit.PausedUntil - _clock.GetUtcNow();
            await waiting;
        });
        return (limit!, rest!.Value);
    }

    private static Task<RawAnswer> OneAsync(BitbucketClient client, int number, CancellationToken? cancellationToken = null)
        => client.Raw.ReadTextAsync(
            new(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"/repositories/acme/web/x/{number}")),
            cancellationToken ?? TestContext.Current.CancellationToken);
}
