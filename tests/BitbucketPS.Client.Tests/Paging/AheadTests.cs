using System.Net;
using BitbucketPS.Client.Tests.Simulation;

namespace BitbucketPS.Client.Tests.Paging;

/// <summary>Lists whose pages are asked for ahead: how many requests, in which order, and what becomes of what was asked for in vain.</summary>
[Collection(Alone.Name)]
public sealed class AheadTests
{
    private static readonly RepositoryId s_repository = new("acme/web");

    private readonly SimulatedClock _clock = new();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(99, 1)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(200, 2)]
    [InlineData(1000, 10)]
    [InlineData(10_000, 100)]
    public async Task Numbered_WholeList_TakesAsManyRequestsAsPages(int count, int expected)
    {
        SimulatedList list = new(_clock, count);

        Assert.Equal(SimulatedList.Names(0, count), await ReadAsync(list));
        Assert.Equal(Enumerable.Range(1, expected), list.Asked.Order());
    }

    [Fact]
    public async Task Numbered_RandomLatencies_KeepTheOrder()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            Random random = new(seed);
            int[] latencies = [.. Enumerable.Range(0, 41).Select(_ => random.Next(1, 5000))];
            SimulatedList list = new(_clock, 4000) { Latency = page => TimeSpan.FromMilliseconds(latencies[page]) };

            Assert.Equal(SimulatedList.Names(0, 4000), await ReadAsync(list));
            Assert.Equal(40, list.Asked.Count);
        }
    }

    [Fact]
    public async Task Numbered_ReadsAhead_TakesAFractionOfTheTime()
    {
        DateTimeOffset start = _clock.GetUtcNow();

        await ReadAsync(new(_clock, 10_000) { Latency = _ => TimeSpan.FromSeconds(1) });

        // 100 pages, 8 at once, and a few rounds to begin with.
        Assert.InRange((_clock.GetUtcNow() - start).TotalSeconds, 13, 18);
    }

    [Fact]
    public async Task Numbered_FirstPageIsNotUsedUp_NothingIsAskedForAhead()
    {
        SimulatedList list = new(_clock, 1000);
        using BitbucketClient client = list.Serve().CreateClient();

        await _clock.RunAsync(() => Branches(client).Take(100).CountAsync(TestContext.Current.CancellationToken).AsTask());
        Assert.Equal([1], list.Asked);

        await _clock.RunAsync(() => Branches(client).Take(101).CountAsync(TestContext.Current.CancellationToken).AsTask());
        Assert.InRange(list.Asked.Skip(1).Max(), 2, 4);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public async Task Numbered_AtAnyTime_IsAheadByNoMoreThanTheWindow(int throttleLimit)
    {
        SimulatedList list = new(_clock, 8000);
        SimulatedServer server = list.Serve();
        using BitbucketClient client = server.CreateClient(throttleLimit: throttleLimit);

        await _clock.RunAsync(async () =>
        {
            int index = 0;
            await foreach (Branch branch in Branches(client))
            {
                int page = (index / 100) + 1;
                int ahead = list.Asked.Max() - page;
                Assert.InRange(ahead, 0, 2 * throttleLimit);

                // With each page that is used up it may be twice as many.
                Assert.InRange(ahead, 0, page == 1 ? 0 : 1L << Math.Min(page - 1, 30));
                if (index++ % 97 == 0)
                {
                    await _clock.DelayAsync(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
                }
            }
        });

        Assert.Equal(80, list.Asked.Count);
        Assert.InRange(server.MostUnderWay, 1, throttleLimit);
    }

    [Fact]
    public async Task Numbered_APageFails_ErrorComesAfterTheItemsBefore()
    {
        SimulatedList list = new(_clock, 2000)
        {
            Latency = page => page == 9 ? TimeSpan.FromMilliseconds(1) : TimeSpan.FromSeconds(page),
            Fault = page => page switch { 9 => "403", 11 => "404", _ => null },
        };
        List<string> seen = [];

        BitbucketApiException error = await Assert.ThrowsAsync<BitbucketApiException>(() => ReadAsync(list, seen));

        Assert.Equal(HttpStatusCode.Forbidden, error.StatusCode);
        Assert.Equal(SimulatedList.Names(0, 800), seen);
    }

    [Theory]
    [InlineData("404")]
    [InlineData("500")]
    [InlineData("503")]
    [InlineData(Faults.Silent)]
    public async Task Numbered_EndsSoonerThanItSaid_FailuresBeyondAreNobodysConcern(string fault)
    {
        SimulatedList list = new(_clock, 2000)
        {
            CountAt = page => page < 6 ? 2000 : 550,
            Fault = page => page > 6 ? fault : null,
            Latency = page => TimeSpan.FromMilliseconds(page > 6 ? 1 : 100),
        };

        Assert.Equal(SimulatedList.Names(0, 550), await ReadAsync(list));
    }

    [Theory]
    [InlineData(250, 450)]
    [InlineData(101, 1000)]
    [InlineData(450, 399)]
    [InlineData(1000, 400)]
    [InlineData(450, 300)]
    public async Task Numbered_GrowsOrShrinksMeanwhile_IsReadToItsNewEnd(int before, int after)
    {
        SimulatedList list = new(_clock, before) { CountAt = page => page < 2 ? before : after };

        Assert.Equal(SimulatedList.Names(0, after), await ReadAsync(list));
    }

    [Fact]
    public async Task Numbered_ServerHasShorterPages_IsReadByItsLength()
    {
        SimulatedList list = new(_clock, 1234) { LongestPage = 30 };

        Assert.Equal(SimulatedList.Names(0, 1234), await ReadAsync(list));
        Assert.Equal(42, list.Asked.Count);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"950\"")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("99.5")]
    [InlineData("9223372036854775807")]
    [InlineData(null)]
    public async Task Size_MakesNoSense_AllIsReadAllTheSame(string? size)
    {
        SimulatedList list = new(_clock, 950) { Size = _ => size };

        Assert.Equal(SimulatedList.Names(0, 950), await ReadAsync(list));
        Assert.Equal(Enumerable.Range(1, 10), list.Asked.Order().Take(10));
    }

    [Fact]
    public async Task Token_WithoutSize_GoesFromPageToPage()
    {
        SimulatedList list = new(_clock, 950) { Size = _ => null, Number = _ => null, Next = SimulatedList.TokenNext };

        Assert.Equal(SimulatedList.Names(0, 950), await ReadAsync(list));
        Assert.Equal(Enumerable.Range(1, 10), list.Asked);
    }

    [Theory]
    [InlineData("\"t3x\"")]
    [InlineData("\"1\"")]
    [InlineData("null")]
    public async Task Number_IsNone_GoesFromPageToPage(string number)
    {
        SimulatedList list = new(_clock, 950) { Number = _ => number };

        Assert.Equal(SimulatedList.Names(0, 950), await ReadAsync(list));
        Assert.Equal(Enumerable.Range(1, 10), list.Asked);
    }

    [Fact]
    public async Task Number_IsAnotherThanAskedFor_IsAnErrorAfterTheItemsBefore()
    {
        SimulatedList list = new(_clock, 1000) { Answered = page => page == 4 ? 3 : page };
        List<string> seen = [];

        BitbucketException error = await Throws.BitbucketAsync(() => ReadAsync(list, seen));

        Assert.Equal(BitbucketErrorKind.UnexpectedResponse, error.Kind);
        Assert.Equal(SimulatedList.Names(0, 300), seen);
    }

    [Theory]
    [InlineData("https://evil.example/2.0/repositories/acme/web/refs/branches?pagelen=100&page=2")]
    [InlineData("http://api.bitbucket.org/2.0/repositories/acme/web/refs/branches?pagelen=100&page=2")]
    public async Task Next_OfANumberedListIsElsewhere_IsAnErrorAfterTheItems(string next)
    {
        SimulatedList list = new(_clock, 1000) { Next = (_, _, _) => next };
        List<string> seen = [];

        BitbucketException error = await Throws.BitbucketAsync(() => ReadAsync(list, seen));

        Assert.Equal(BitbucketErrorKind.UnexpectedResponse, error.Kind);
        Assert.Equal(SimulatedList.Names(0, 100), seen);
        Assert.Single(list.Asked);
    }

    [Fact]
    public async Task Cancellation_WhilePagesAreUnderWay_EndsAllOfThem()
    {
        SimulatedList list = new(_clock, 5000) { Latency = page => page < 6 ? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(90) };
        SimulatedServer server = list.Serve();
        using BitbucketClient client = server.CreateClient();
        using CancellationTokenSource caller = new();
        int seen = 0;

        await _clock.RunAsync(() => Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Branch _ in client.Refs.ListBranchesAsync(s_repository, cancellationToken: caller.Token))
            {
                if (++seen == 450)
                {
                    Assert.InRange(list.Asked.Max(), 6, 21);
                    await caller.CancelAsync();
                }
            }
        }));

        Assert.Equal(0, server.UnderWay);
        Assert.InRange(seen, 450, 500);
    }

    [Fact]
    public async Task Cancellation_PagesAheadAreThereAlready_GivesNoneOfThem()
    {
        SimulatedList list = new(_clock, 5000);
        SimulatedServer server = list.Serve();
        using BitbucketClient client = server.CreateClient();
        using CancellationTokenSource caller = new();
        int seen = 0;

        await _clock.RunAsync(() => Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Branch _ in client.Refs.ListBranchesAsync(s_repository, cancellationToken: caller.Token))
            {
                if (++seen == 450)
                {
                    // Long enough for every page that was asked for to come.
                    await Task.Delay(TimeSpan.FromHours(1), _clock, TestContext.Current.CancellationToken);
                    Assert.Equal(0, server.UnderWay);
                    await caller.CancelAsync();
                }
            }
        }));

        Assert.Equal(500, seen);
    }

    private static IAsyncEnumerable<Branch> Branches(BitbucketClient client)
        => client.Refs.ListBranchesAsync(s_repository, cancellationToken: TestContext.Current.CancellationToken);

    private async Task<List<string>> ReadAsync(SimulatedList list, List<string>? into = null)
    {
        List<string> names = into ?? [];
        using BitbucketClient client = list.Serve().CreateClient();
        await _clock.RunAsync(async () =>
        {
            await foreach (Branch branch in Branches(client))
            {
                names.Add(branch.Name);
            }
        });
        return names;
    }
}
