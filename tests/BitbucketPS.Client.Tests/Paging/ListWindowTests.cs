using System.Collections.Concurrent;
using BitbucketPS.Client.Tests.Simulation;

namespace BitbucketPS.Client.Tests.Paging;

/// <summary>Parts of lists: what is skipped, how many are given, and what that takes.</summary>
[Collection(Alone.Name)]
public sealed class ListWindowTests
{
    private readonly SimulatedClock _clock = new();

    [Theory]
    [InlineData(0, 1, 1, new[] { 1 })]
    [InlineData(0, 30, 30, new[] { 1 })]
    [InlineData(0, 100, 100, new[] { 1 })]
    [InlineData(0, 101, 51, new[] { 1, 2 })]
    [InlineData(0, 150, 75, new[] { 1, 2 })]
    [InlineData(0, 250, 84, new[] { 1, 2, 3 })]
    [InlineData(20, 30, 50, new[] { 1 })]
    [InlineData(90, 20, 55, new[] { 1, 2 })]
    [InlineData(100, 1, 100, new[] { 1, 2 })]
    [InlineData(550, 20, 100, new[] { 1, 6 })]
    [InlineData(550, 60, 100, new[] { 1, 6, 7 })]
    [InlineData(999, 5, 100, new[] { 1, 10 })]
    [InlineData(1000, 5, 100, new[] { 1 })]
    [InlineData(100_000, 5, 100, new[] { 1 })]
    public async Task Numbered_SkipAndFirst_AskForNoMoreThanThatTakes(int skip, int first, int pageLength, int[] pages)
    {
        SimulatedList list = new(_clock, 1000);
        SimulatedServer server = list.Serve();

        Assert.Equal(SimulatedList.Names(0, 1000).Skip(skip).Take(first), await ReadAsync(server, new() { Skip = skip, First = first }));
        Assert.Equal(pages, list.Asked.Order());
        Assert.All(server.Requests, request => Assert.Contains($"pagelen={pageLength}", request.Address.Query, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(333)]
    [InlineData(999)]
    [InlineData(1001)]
    public async Task Skip_WithoutFirst_GivesTheRest(int skip)
    {
        SimulatedList list = new(_clock, 1000);

        Assert.Equal(SimulatedList.Names(0, 1000).Skip(skip), await ReadAsync(list.Serve(), new() { Skip = skip }));
        Assert.Equal(list.Asked.Count, list.Asked.Distinct().Count());
    }

    [Theory]
    [InlineData(250, 20, new[] { 1, 2, 3 })]
    [InlineData(0, 100, new[] { 1 })]
    [InlineData(0, 101, new[] { 1, 2 })]
    public async Task Token_SkipAndFirst_GoFromPageToPage(int skip, int first, int[] pages)
    {
        SimulatedList list = new(_clock, 1000) { Size = _ => null, Number = _ => null, Next = SimulatedList.TokenNext };

        Assert.Equal(SimulatedList.Names(skip, first), await ReadAsync(list.Serve(), new() { Skip = skip, First = first }));
        Assert.Equal(pages, list.Asked);
    }

    [Fact]
    public async Task First_PageLengthIsGiven_IsKept()
    {
        SimulatedList list = new(_clock, 1000);

        Assert.Equal(SimulatedList.Names(0, 25), await ReadAsync(list.Serve(), new() { First = 25, PageLength = 10 }));
        Assert.Equal([1, 2, 3], list.Asked.Order());
    }

    [Fact]
    public async Task First_ServerHasShorterPages_IsReadAllTheSame()
    {
        SimulatedList list = new(_clock, 1000) { LongestPage = 30 };

        Assert.Equal(SimulatedList.Names(0, 100), await ReadAsync(list.Serve(), new() { First = 100 }));
        Assert.Equal([1, 2, 3, 4], list.Asked.Order());
    }

    [Theory]
    [InlineData(0, null, new long[] { 100, 200, 300, 350 })]
    [InlineData(220, null, new long[] { 100, 300, 350 })]
    [InlineData(0, 100, new long[] { 100 })]
    public async Task Progress_IsReportedBeforeTheItems(int skip, int? first, long[] expected)
    {
        ConcurrentQueue<ListProgress> reports = new();
        using BitbucketClient client = new SimulatedList(_clock, 350).Serve().CreateClient();
        RefQuery query = new() { Skip = skip, First = first, Progress = new Reporter(reports) };

        await _clock.RunAsync(async () =>
        {
            long given = skip;
            await foreach (Branch _ in client.Refs.ListBranchesAsync(new("acme/web"), query, TestContext.Current.CancellationToken))
            {
                Assert.InRange(++given, 1, reports.Last().Read);
            }
        });

        Assert.Equal(expected, reports.Select(report => report.Read));
        Assert.All(reports, report => Assert.Equal(350, report.Total));
    }

    private Task<List<string>> ReadAsync(SimulatedServer server, RefQuery query) => _clock.RunAsync(async () =>
    {
        using BitbucketClient client = server.CreateClient();
        return await client.Refs
            .ListBranchesAsync(new("acme/web"), query, TestContext.Current.CancellationToken)
            .Select(branch => branch.Name)
            .ToListAsync(TestContext.Current.CancellationToken);
    });

    private sealed class Reporter(ConcurrentQueue<ListProgress> reports) : IProgress<ListProgress>
    {
        public void Report(ListProgress value) => reports.Enqueue(value);
    }
}
