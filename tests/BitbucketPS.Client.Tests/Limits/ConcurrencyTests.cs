using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using BitbucketPS.Client.Tests.Http;
using BitbucketPS.Client.Tests.Simulation;

namespace BitbucketPS.Client.Tests.Limits;

/// <summary>How many requests are under way at once, and whose turn it is.</summary>
[Collection(Alone.Name)]
public sealed class ConcurrencyTests
{
    private static readonly TimeSpan s_latency = TimeSpan.FromMilliseconds(200);

    private readonly SimulatedClock _clock = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(100)]
    public async Task ThrottleLimit_IsReachedAndNeverPassed(int throttleLimit)
    {
        SimulatedServer server = Slow();
        using BitbucketClient client = server.CreateClient(throttleLimit: throttleLimit);

        await AskAsync(client, 300);

        Assert.Equal(throttleLimit, server.MostUnderWay);
        Assert.Equal(300, server.Requests.Count);
    }

    [Fact]
    public async Task ThrottleLimit_CountsUntilTheBodyIsRead()
    {
        ConcurrentQueue<int> under = new();
        int underWay = 0;
        SimulatedServer server = new(_clock, (_, _) =>
        {
            under.Enqueue(Interlocked.Increment(ref underWay));
            DrippingContent content = new(_clock, [.. "{\"nickname\": \"ada\"}"u8], s_latency) { OnEnd = () => Interlocked.Decrement(ref underWay) };
            return Task.FromResult(new HttpResponseMessage { Content = content });
        });
        using BitbucketClient client = server.CreateClient(throttleLimit: 3);

        await AskAsync(client, 50);

        Assert.Equal(3, under.Max());
    }

    [Fact]
    public async Task Turn_WhoeverCameFirstGoesFirst()
    {
        SimulatedServer server = Slow();
        using BitbucketClient client = server.CreateClient(throttleLimit: 1);

        await AskAsync(client, 200);

        Assert.Equal(Enumerable.Range(0, 200), server.Requests.Select(Number));
    }

    [Fact]
    public async Task Refusal_HalvesTheNumberAndItGrowsAgain()
    {
        ConcurrentQueue<int> seen = new();
        int asked = -1;
        SimulatedServer? server = null;
        server = new(_clock, async (_, token) =>
        {
            int number = Interlocked.Increment(ref asked);
            seen.Enqueue(server!.UnderWay);
            await _clock.DelayAsync(s_latency, token);
            return number == 20 ? Answers.Empty(HttpStatusCode.TooManyRequests) : Answers.Json("{}");
        });
        using BitbucketClient client = server.CreateClient(throttleLimit: 8);

        await AskAsync(client, 900);

        // 4 places for 80 answers, then 5 for 100, and so on; those of before the refusal are counted in.
        int[] most = [.. seen.Skip(30).Take(70)];
        Assert.Equal(4, most.Max());
        Assert.Equal(5, seen.Skip(125).Take(60).Max());
        Assert.Equal(8, seen.Skip(600).Max());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancellation_AtAnyTime_LosesNoPlace(bool isRefusing)
    {
        Random random = new(7);
        SimulatedServer server = new(_clock, async (request, token) =>
        {
            await _clock.DelayAsync(TimeSpan.FromMilliseconds(50 + (Number(request) % 400)), token);
            return isRefusing && Number(request) % 97 == 13 ? Answers.Empty(HttpStatusCode.TooManyRequests) : Answers.Json("{}");
        });
        using BitbucketClient client = server.CreateClient(throttleLimit: 4, retries: 1);
        (int Start, int End)[] plans = [.. Enumerable.Range(0, 600).Select(_ => (random.Next(30_000), random.Next(1, 3000)))];

        await _clock.RunAsync(() => Task.WhenAll(plans.Select((plan, number) => ImpatientAsync(client, number, plan.Start, plan.End))));
        await _clock.RunAsync(() => Task.Delay(TimeSpan.FromMinutes(20), _clock, TestContext.Current.CancellationToken));
        Assert.Equal(0, server.UnderWay);

        // After as many answers as it takes to have four places again, there are four.
        isRefusing = false;
        await AskAsync(client, 400);
        DateTimeOffset start = _clock.GetUtcNow();
        await _clock.RunAsync(() => Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OneAsync(client, 399))));
        Assert.InRange((_clock.GetUtcNow() - start).TotalMilliseconds, 449, 451);
    }

    [Fact]
    public async Task Dispose_WhileRequestsWait_TheyEnd()
    {
        SimulatedServer server = Slow();
        BitbucketClient client = server.CreateClient(throttleLimit: 1);
        Task<BitbucketException>[] waiting = [];

        await _clock.RunAsync(async () =>
        {
            Task first = OneAsync(client, 0);
            waiting = [.. Enumerable.Range(1, 5).Select(number => Throws.BitbucketAsync(() => OneAsync(client, number)))];
            client.Dispose();
            await first;
            await Task.WhenAll(waiting);
        });

        Assert.All(waiting, task => Assert.Equal(BitbucketErrorKind.NotConnected, task.Result.Kind));
        Assert.Single(server.Requests);
    }

    private async Task ImpatientAsync(BitbucketClient client, int number, int start, int patience)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(start), _clock, TestContext.Current.CancellationToken);
        using CancellationTokenSource caller = new(TimeSpan.FromMilliseconds(patience), _clock);
        try
        {
            await OneAsync(client, number, caller.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or BitbucketApiException { Kind: BitbucketErrorKind.RateLimited })
        {
            // That is what is wanted.
        }
    }

    private SimulatedServer Slow() => new(_clock, async (_, token) =>
    {
        await _clock.DelayAsync(s_latency, token);
        return Answers.Json("{}");
    });

    private Task<RawAnswer[]> AskAsync(BitbucketClient client, int count, int from = 0)
        => _clock.RunAsync(() => Task.WhenAll(Enumerable.Range(from, count).Select(number => OneAsync(client, number))));

    private static int Number(RecordedRequest request) => int.Parse(request.Address.AbsolutePath.Split('/')[^1], CultureInfo.InvariantCulture);

    private static Task<RawAnswer> OneAsync(BitbucketClient client, int number, CancellationToken? cancellationToken = null)
        => client.Raw.ReadTextAsync(
            new(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"/repositories/acme/web/x/{number}")),
            cancellationToken ?? TestContext.Current.CancellationToken);
}
