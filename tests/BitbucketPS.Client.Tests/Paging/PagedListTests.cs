using BitbucketPS.Client.Tests.Http;
using BitbucketPS.Signing;

namespace BitbucketPS.Client.Tests.Paging;

public sealed class PagedListTests
{
    private const string First = "https://api.bitbucket.org/2.0/repositories/acme/web/refs/branches?pagelen=100";

    private static readonly RepositoryId s_repository = new("acme/web");

    [Fact]
    public async Task List_OpaqueNext_IsFollowedToTheEnd()
    {
        const string Second = "https://api.bitbucket.org/2.0/repositories/acme/web/refs/branches?ctx=79ed%3D%3D&page=8xhd";
        ScriptedTransport transport = new(Page(["a", "b"], Second), Page(["c"], next: null));
        using BitbucketClient client = transport.CreateClient(new CountingSigner());

        Assert.Equal(["a", "b", "c"], await NamesAsync(client));
        Assert.Equal([$"GET {First}", $"GET {Second}"], transport.Lines);
        Assert.Equal(["Count 1", "Count 2"], transport.Requests.Select(request => request.Authorization));
        Assert.All(transport.Requests, request => Assert.Equal("application/json", request.Accept));
    }

    [Theory]
    [InlineData("?page=a%2Fb%26c%3D&q=name%20~%20%22x%22&x=+%2B")]
    [InlineData("?page=%E2%82%AC&fields=%2Bvalues.target&x=a:b@c/d!$'()*,;")]
    [InlineData("?&&page==&x")]
    public async Task List_Next_IsSentByteForByte(string query)
    {
        await using LoopbackServer server = new(
            LoopbackServer.Answer($$"""{"values": [{"name": "a"}], "next": "/2.0/repositories/acme/web/refs/branches{{query}}"}"""),
            LoopbackServer.Answer("""{"values": []}"""));
        using BitbucketClient client = server.CreateClient();

        Assert.Equal(["a"], await NamesAsync(client));
        Assert.Equal($"GET /2.0/repositories/acme/web/refs/branches{query}", server.Lines.Last());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task List_EarlyStop_AsksForOnePage(int count)
    {
        ScriptedTransport transport = new(Page(["a", "b"], $"{First}&page=2"));
        using BitbucketClient client = transport.CreateClient();

        List<Branch> some = await Branches(client).Take(count).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(count, some.Count);
        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task List_NotEnumerated_AsksNothing()
    {
        ScriptedTransport transport = new();
        using BitbucketClient client = transport.CreateClient();

        IAsyncEnumerable<Branch> list = Branches(client);
        await using IAsyncEnumerator<Branch> enumerator = list.GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.Empty(transport.Requests);
    }

    [Fact]
    public async Task List_EnumeratedTwice_AsksTwice()
    {
        ScriptedTransport transport = new(Page(["a"], next: null), Page(["b"], next: null));
        using BitbucketClient client = transport.CreateClient();
        IAsyncEnumerable<Branch> list = Branches(client);

        Branch first = await list.SingleAsync(TestContext.Current.CancellationToken);
        Branch second = await list.SingleAsync(TestContext.Current.CancellationToken);

        Assert.Equal(("a", "b"), (first.Name, second.Name));
    }

    [Theory]
    [InlineData(First)]
    [InlineData("https://API.bitbucket.org:443/2.0/repositories/acme/web/refs/branches?pagelen=100")]
    public async Task List_NextIsThePageItself_Ends(string next)
    {
        ScriptedTransport transport = new(Page(["a"], next));
        using BitbucketClient client = transport.CreateClient();

        Assert.Equal(["a"], await NamesAsync(client));
        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task List_NextLeadsInACircle_Ends()
    {
        ScriptedTransport transport = new(Page(["a"], $"{First}&page=2"), Page(["b"], $"{First}&page=3"), Page(["c"], $"{First}&page=2"));
        using BitbucketClient client = transport.CreateClient();

        Assert.Equal(["a", "b", "c"], await NamesAsync(client));
        Assert.Equal(3, transport.Requests.Count);
    }

    [Theory]
    [InlineData("""{"values": [], "next": "https://api.bitbucket.org/2.0/x?page=2"}""")]
    [InlineData("""{"values": [], "next": "https://evil.example/"}""")]
    [InlineData("""{"pagelen": 10, "values": [], "page": 1, "size": 0}""")]
    [InlineData("""{"values": [], "next": null}""")]
    public async Task List_EmptyPage_Ends(string page)
    {
        ScriptedTransport transport = new(Answers.Json(page));
        using BitbucketClient client = transport.CreateClient();

        Assert.Empty(await NamesAsync(client));
        Assert.Single(transport.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task List_NoNext_Ends(string? next)
    {
        ScriptedTransport transport = new(Page(["a"], next));
        using BitbucketClient client = transport.CreateClient();

        Assert.Equal(["a"], await NamesAsync(client));
    }

    [Theory]
    [InlineData("https://evil.example/2.0/repositories/acme/web/refs/branches?page=2", "evil.example")]
    [InlineData("https://api.bitbucket.org.evil.example/2.0/x", "api.bitbucket.org.evil.example")]
    [InlineData("https://api.bitbucket.org@evil.example/2.0/x", "evil.example")]
    [InlineData("https://api.bitbucket.org:8443/2.0/x", "api.bitbucket.org:8443")]
    [InlineData("http://api.bitbucket.org/2.0/x", "api.bitbucket.org")]
    [InlineData("http://127.0.0.1/2.0/x", "127.0.0.1")]
    [InlineData("//evil.example/x", "evil.example")]
    [InlineData("\\\\\\\\evil.example\\\\x", "evil.example")]
    [InlineData("file:///etc/passwd", "another server")]
    [InlineData("https://[", "no address")]
    public async Task List_NextElsewhere_IsRefusedAndNothingSentThere(string next, string expected)
    {
        ScriptedTransport transport = new(Page(["a"], next));
        using BitbucketClient client = transport.CreateClient(new BearerSigner("t0psecret"));
        List<string> seen = [];

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(async () =>
        {
            await foreach (Branch branch in Branches(client))
            {
                seen.Add(branch.Name);
            }
        });

        Assert.Equal(BitbucketErrorKind.UnexpectedResponse, error.Kind);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal(["a"], seen);
        Assert.Single(transport.Requests);
    }

    [Theory]
    [InlineData("?page=2", "https://bitbucket.org/api/2.0/repositories/acme/web/refs/branches?page=2")]
    [InlineData("/api/2.0/x?page=2", "https://bitbucket.org/api/2.0/x?page=2")]
    [InlineData("https://bitbucket.org/!api/2.0/x?page=2", "https://bitbucket.org/!api/2.0/x?page=2")]
    public async Task List_NextOnTheSameServer_IsFollowed(string next, string expected)
    {
        ScriptedTransport transport = new(Page(["a"], next), Page(["b"], next: null));
        using BitbucketClient client = transport.CreateClient(baseUri: "https://bitbucket.org/api");

        Assert.Equal(["a", "b"], await NamesAsync(client));
        Assert.Equal(expected, transport.Requests[1].Address.AbsoluteUri);
    }

    [Theory]
    [InlineData("https://api.bitbucket.org/2.0/x&page=k%26&y=1", "https://api.bitbucket.org/2.0/x?page=k%26&y=1")]
    [InlineData("/2.0/x&page=2", "https://api.bitbucket.org/2.0/x?page=2")]
    [InlineData("/2.0/a&b?page=2&c", "https://api.bitbucket.org/2.0/a&b?page=2&c")]
    public async Task Gotcha04_NextWhoseQueryBeginsWithAnAmpersand_IsFollowed(string next, string expected)
    {
        ScriptedTransport transport = new(Page(["a"], next), Page(["b"], next: null));
        using BitbucketClient client = transport.CreateClient();

        Assert.Equal(["a", "b"], await NamesAsync(client));
        Assert.Equal(expected, transport.Requests[1].Address.AbsoluteUri);
    }

    [Theory]
    [InlineData("""
        "size": 3.0, "page": 1.0, "pagelen": 2.0
        """)]
    [InlineData("""
        "size": 3e0, "page": 1, "pagelen": 20E-1
        """)]
    [InlineData("""
        "size": "3", "page": null, "pagelen": 1e999
        """)]
    [InlineData("""
        "size": 3.5, "page": {}, "pagelen": -1
        """)]
    public async Task Gotcha30_NumbersOfAnyShape_ListIsWhole(string numbers)
    {
        const string Next = "https://api.bitbucket.org/2.0/repositories/acme/web/refs/branches?page=2";
        ScriptedTransport transport = new(
            Answers.Json($$"""{ {{numbers}}, "values": [{"name": "a"}, {"name": "b"}], "next": "{{Next}}"}"""),
            Page(["c"], next: null));
        using BitbucketClient client = transport.CreateClient();

        Assert.Equal(["a", "b", "c"], await NamesAsync(client));
    }

    [Fact]
    public async Task List_NullValues_AreSkipped()
    {
        ScriptedTransport transport = new(
            Answers.Json($$"""{"values": [null, {"name": "a"}, null], "next": "{{First}}&page=2"}"""),
            Answers.Json("""{"values": [null]}"""));
        using BitbucketClient client = transport.CreateClient();

        Assert.Equal(["a"], await NamesAsync(client));
        Assert.Equal(2, transport.Requests.Count);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"values\": null}")]
    [InlineData("{\"values\": {}}")]
    [InlineData("{\"values\": [1]}")]
    [InlineData("{\"values\": [{\"name\": \"a\"}], \"next\": 2}")]
    [InlineData("[{\"name\": \"a\"}]")]
    [InlineData("null")]
    [InlineData("")]
    public async Task List_AnswerIsNoPage_IsUnexpected(string json)
    {
        ScriptedTransport transport = new(Answers.Json(json));
        using BitbucketClient client = transport.CreateClient();

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(() => NamesAsync(client));

        Assert.Equal(BitbucketErrorKind.UnexpectedResponse, error.Kind);
        Assert.Contains("/refs/branches", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_SecondPageFails_GivesTheFirstAndThenTheError()
    {
        ScriptedTransport transport = new(Page(["a"], $"{First}&page=2"), Answers.Json("{}", System.Net.HttpStatusCode.NotFound));
        using BitbucketClient client = transport.CreateClient();
        await using IAsyncEnumerator<Branch> enumerator = Branches(client).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.True(await enumerator.MoveNextAsync());
        BitbucketApiException error = await Assert.ThrowsAsync<BitbucketApiException>(() => enumerator.MoveNextAsync().AsTask());

        Assert.Equal((BitbucketErrorKind.NotFound, "ListBranches"), (error.Kind, error.Operation));
    }

    [Theory]
    [InlineData(null, 100)]
    [InlineData(7, 7)]
    [InlineData(100, 100)]
    [InlineData(5000, 100)]
    public async Task List_PageLength_IsAskedForInTheFirstRequestOnly(int? pageLength, int expected)
    {
        ScriptedTransport transport = new(Page(["a"], "https://api.bitbucket.org/2.0/next"), Page(["b"], next: null));
        using BitbucketClient client = transport.CreateClient();

        await client.Refs
            .ListBranchesAsync(s_repository, new() { PageLength = pageLength }, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal([$"?pagelen={expected}", ""], transport.Requests.Select(request => request.Address.Query));
    }

    [Fact]
    public async Task List_FilterAndSort_AreEncodedOnce()
    {
        ScriptedTransport transport = new(Page([], next: null));
        using BitbucketClient client = transport.CreateClient();
        RefQuery query = new() { Filter = "name ~ \"a&b+ü%\"", Sort = "-target.date" };

        await client.Refs
            .ListBranchesAsync(s_repository, query, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            "?q=name%20~%20%22a%26b%2B%C3%BC%25%22&sort=-target.date&pagelen=100",
            Assert.Single(transport.Requests).Address.Query);
    }

    [Fact]
    public async Task List_CancelledInBetween_AsksForNoMore()
    {
        ScriptedTransport transport = new(Page(["a", "b"], $"{First}&page=2"), Page(["c"], next: null));
        using BitbucketClient client = transport.CreateClient();
        using CancellationTokenSource caller = new();
        List<string> seen = [];

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Branch branch in client.Refs.ListBranchesAsync(s_repository, cancellationToken: caller.Token))
            {
                seen.Add(branch.Name);
                await caller.CancelAsync();
            }
        });

        Assert.Equal(["a", "b"], seen);
        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task List_CancelledByTheEnumeration_AsksForNoMore()
    {
        ScriptedTransport transport = new(Page(["a"], $"{First}&page=2"), Page(["b"], next: null));
        using BitbucketClient client = transport.CreateClient();
        using CancellationTokenSource caller = new();
        await using IAsyncEnumerator<Branch> enumerator = Branches(client).GetAsyncEnumerator(caller.Token);
        Assert.True(await enumerator.MoveNextAsync());

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => enumerator.MoveNextAsync().AsTask());
        Assert.Single(transport.Requests);
    }

    private static HttpResponseMessage Page(string[] names, string? next)
    {
        string values = string.Join(", ", names.Select(name => $$"""{"name": "{{name}}"}"""));
        return Answers.Json(next is null ? $$"""{"values": [{{values}}]}""" : $$"""{"values": [{{values}}], "next": "{{next}}"}""");
    }

    private static IAsyncEnumerable<Branch> Branches(BitbucketClient client)
        => client.Refs.ListBranchesAsync(s_repository, cancellationToken: TestContext.Current.CancellationToken);

    private static async Task<List<string>> NamesAsync(BitbucketClient client)
        => await Branches(client).Select(branch => branch.Name).ToListAsync(TestContext.Current.CancellationToken);
}
