using System.Globalization;
using BitbucketPS.Client.Tests.Http;
using BitbucketPS.Client.Tests.Simulation;

namespace BitbucketPS.Client.Tests.Limits;

/// <summary>Many more requests than the limit allows: all of them succeed in the end, and few are refused on the way.</summary>
[Collection(Alone.Name)]
public sealed class RateLimitStormTests
{
    private const int Lists = 20;
    private const int PagesOfAList = 50;

    // Nobody can know when others leave something over, but by asking.
    private const int MostWithOthers = 80;

    private readonly SimulatedClock _clock = new();

    /// <summary>Whether the server counts what it refuses, whether it says how long to wait.</summary>
    public static TheoryData<bool, bool> Servers => new() { { false, false }, { true, false }, { false, true }, { true, true } };

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Storm_ThreeTimesTheLimit_SucceedsWithFewRefusals(bool countsRejected, bool saysRetryAfter)
    {
        LimitedServer limited = new(_clock, 1000) { CountsRejected = countsRejected, SaysRetryAfter = saysRetryAfter };

        await RunAsync(limited, gets: 2000);

        Assert.Equal(3000, limited.Accepted);

        // To ask as soon as the server says costs a refusal each time, where refusals count: the others are a little late.
        Assert.InRange(limited.Rejected, 1, countsRejected && saysRetryAfter ? 24 : 19);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Storm_LimitIsNamed_SucceedsWithFewRefusals(bool countsRejected)
    {
        LimitedServer limited = new(_clock, 5000) { SaysLimit = true, CountsRejected = countsRejected };

        await RunAsync(limited, gets: 6000);

        Assert.Equal(7000, limited.Accepted);
        Assert.InRange(limited.Rejected, 1, 19);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Storm_OthersUseHalfOfTheLimit_SucceedsWithFewRefusals(bool countsRejected, bool saysRetryAfter)
    {
        LimitedServer limited = new(_clock, 1000) { OthersPerHour = 500, CountsRejected = countsRejected, SaysRetryAfter = saysRetryAfter };

        await RunAsync(limited, gets: 2000);

        Assert.Equal(3000, limited.Accepted);
        Assert.InRange(limited.Rejected, 1, MostWithOthers);
    }

    // The lists end before the single ones of the last, so that both kinds wait for the limit.
    private async Task RunAsync(LimitedServer limited, int gets)
    {
        SimulatedList list = new(_clock, PagesOfAList * 100) { Latency = _ => TimeSpan.Zero };
        SimulatedServer server = new(_clock, (request, token) => limited.AnswerAsync(
            () => request.Address.AbsolutePath.EndsWith("/branches", StringComparison.Ordinal) ? list.Answer(request) : Answers.Json("{}"), token));
        using BitbucketClient client = server.CreateClient();
        DateTimeOffset start = _clock.GetUtcNow();

        int[] counts = await _clock.RunAsync(() => Task.WhenAll(
            Enumerable.Range(0, Lists).Select(number => CountAsync(client, number)).Concat(Enumerable.Range(0, gets).Select(number => GetAsync(client, number)))));

        Assert.All(counts.Take(Lists), count => Assert.Equal(PagesOfAList * 100, count));
        Assert.Equal(gets, counts.Skip(Lists).Sum());
        Assert.InRange(server.MostUnderWay, 1, 8);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{limited.Accepted} taken, {limited.Rejected} refused in {_clock.GetUtcNow() - start}"));
    }

    private static async Task<int> CountAsync(BitbucketClient client, int number)
        => await client.Refs.ListBranchesAsync(Repository(number), cancellationToken: TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken);

    private static async Task<int> GetAsync(BitbucketClient client, int number)
    {
        await client.Refs.GetBranchAsync(Repository(number), "main", TestContext.Current.CancellationToken);
        return 1;
    }

    private static RepositoryId Repository(int number) => new(string.Create(CultureInfo.InvariantCulture, $"acme/web-{number}"));
}
