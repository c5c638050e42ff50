using System.Text.Json;
using BitbucketPS.Client.Tests.Http;
using BitbucketPS.Client.Tests.Simulation;

namespace BitbucketPS.Client.Tests.Paging;

/// <summary>The lists of Pipelines, where neither the link to the next page nor the size can be trusted.</summary>
[Collection(Alone.Name)]
public sealed class PipelineListTests
{
    private const string Pipelines = "/repositories/acme/web/pipelines";

    private readonly SimulatedClock _clock = new();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(1000, 10)]
    public async Task Next_IsMissing_AllIsReadInAsManyRequestsAsPages(int count, int expected)
    {
        SimulatedList list = new(_clock, count) { Next = (_, _, _) => null };

        Assert.Equal(SimulatedList.Names(0, count), await ReadAsync(list));
        Assert.Equal(Enumerable.Range(1, expected), list.Asked.Order());
    }

    [Theory]
    [InlineData("https://api.bitbucket.org/2.0/repositories/acme/web/pipelines?page=2")]
    [InlineData("http://bitbucket-pipelines.prod.public.atl-paas.net//rest/1.0/accounts/{1}?page=2")]
    [InlineData("&page=2")]
    public async Task Next_IsOnTheLastPageOrBroken_IsNotLookedAt(string next)
    {
        SimulatedList list = new(_clock, 300) { Next = (_, _, _) => next };

        Assert.Equal(SimulatedList.Names(0, 300), await ReadAsync(list));
        Assert.Equal([1, 2, 3], list.Asked.Order());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300)]
    [InlineData(1050)]
    public async Task Size_IsMissing_EndsAtTheFirstEmptyPage(int count)
    {
        SimulatedList list = new(_clock, count) { Next = (_, _, _) => null, Size = _ => null };

        Assert.Equal(SimulatedList.Names(0, count), await ReadAsync(list));
        int pages = (count + 99) / 100;
        Assert.InRange(list.Asked.Max(), pages + 1, pages + 1 + 16);
    }

    [Fact]
    public async Task Size_SaysTooMuch_EndsAtTheFirstEmptyPage()
    {
        SimulatedList list = new(_clock, 350) { Next = (_, _, _) => null, Size = _ => "100000" };

        Assert.Equal(SimulatedList.Names(0, 350), await ReadAsync(list));
    }

    [Fact]
    public async Task Size_SaysTooLittle_EndsWithThePageThatReachesIt()
    {
        SimulatedList list = new(_clock, 350) { Next = (_, _, _) => null, Size = _ => "150" };

        Assert.Equal(SimulatedList.Names(0, 200), await ReadAsync(list));
    }

    [Fact]
    public async Task Pages_AreShorterThanTheySay_AllIsRead()
    {
        // 10 on each page, which claims to have 100.
        SimulatedList list = new(_clock, 95) { Next = (_, _, _) => null, LongestPage = 10 };

        Assert.Equal(SimulatedList.Names(0, 95), await ReadAsync(list));
    }

    [Theory]
    [InlineData("30")]
    [InlineData("3000")]
    [InlineData(null)]
    public async Task Server_IgnoresThePage_EachItemComesOnce(string? size)
    {
        SimulatedList list = new(_clock, 30) { Next = (_, _, _) => null, Size = _ => size, Answered = _ => 1 };

        Assert.Equal(SimulatedList.Names(0, 30), await ReadAsync(list));
        Assert.InRange(list.Asked.Count, 1, 4);
    }

    [Fact]
    public async Task Answer_SaysNothingOfPages_IsTheWholeList()
    {
        SimulatedServer server = new(_clock, _ => Task.FromResult(Answers.Json("{\"values\": [{\"name\": \"item-0\"}, {\"name\": \"item-1\"}]}")));

        Assert.Equal(SimulatedList.Names(0, 2), await ReadAsync(server));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(250, 450)]
    [InlineData(450, 250)]
    [InlineData(1000, 100)]
    public async Task List_GrowsOrShrinksMeanwhile_IsReadToItsNewEnd(int before, int after)
    {
        SimulatedList list = new(_clock, before) { Next = (_, _, _) => null, CountAt = page => page < 2 ? before : after };

        Assert.Equal(SimulatedList.Names(0, after), await ReadAsync(list));
    }

    [Fact]
    public async Task Skip_JumpsToThePage()
    {
        SimulatedList list = new(_clock, 1000) { Next = (_, _, _) => null };

        Assert.Equal(SimulatedList.Names(750, 60), await ReadAsync(list, new() { Skip = 750, First = 60 }));
        Assert.Equal([1, 8, 9], list.Asked);
    }

    [Theory]
    [InlineData("/repositories/acme/web/pipelines?page=3", 200)]
    [InlineData("/repositories/acme/web/pipelines?pagelen=50&page=2", 50)]
    public async Task Address_HasANumber_BeginsThere(string path, int from)
    {
        SimulatedList list = new(_clock, 500) { Next = (_, _, _) => null };

        Assert.Equal(SimulatedList.Names(from, 500 - from), await ReadAsync(list, path: path));
    }

    private Task<List<string>> ReadAsync(SimulatedList list, ListOptions? options = null, string path = Pipelines)
        => ReadAsync(list.Serve(), options, path);

    private async Task<List<string>> ReadAsync(SimulatedServer server, ListOptions? options = null, string path = Pipelines)
    {
        using BitbucketClient client = server.CreateClient();
        List<JsonElement?> items = await _clock.RunAsync(() => client.Raw
            .ListAsync(new(HttpMethod.Get, path), options, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken).AsTask());
        return [.. items.Select(item => item!.Value.GetProperty("name").GetString()!)];
    }
}
