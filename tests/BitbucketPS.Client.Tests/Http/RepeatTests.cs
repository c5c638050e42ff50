using System.Net;
using BitbucketPS.Client.Tests.Simulation;

namespace BitbucketPS.Client.Tests.Http;

/// <summary>What must not be done twice, and what counts as done.</summary>
[Collection(Alone.Name)]
public sealed class RepeatTests
{
    private static readonly RepositoryId s_repository = new("acme/web");

    [Theory]
    [InlineData(HttpStatusCode.SeeOther)]
    [InlineData(HttpStatusCode.Found)]
    public async Task Post_RedirectedToAGetThatIsRefused_IsNotSentAgain(HttpStatusCode redirect)
    {
        ScriptedTransport transport = new(
            Answers.Redirect(redirect, "https://api.bitbucket.org/2.0/made"),
            Answers.Text("Rate limit for this resource has been exceeded", "text/plain", HttpStatusCode.TooManyRequests));
        using BitbucketClient client = transport.CreateClient(retries: 8);

        BitbucketException e = await Assert.ThrowsAsync<BitbucketApiException>(() => client.SendAsync(HttpMethod.Post, "/things"));

        Assert.Equal((BitbucketErrorKind.RateLimited, true), (e.Kind, e.IsOutcomeUnknown));
        Assert.Equal(["POST https://api.bitbucket.org/2.0/things", "GET https://api.bitbucket.org/2.0/made"], transport.Lines);
    }

    [Fact]
    public async Task Post_RedirectThatIsNotFollowed_HasAnUnknownOutcome()
    {
        ScriptedTransport transport = new(Answers.Redirect(HttpStatusCode.SeeOther, "http://elsewhere.example.org/made"));
        using BitbucketClient client = transport.CreateClient(retries: 8);

        BitbucketException e = await Assert.ThrowsAsync<BitbucketException>(() => client.SendAsync(HttpMethod.Post, "/things"));

        Assert.True(e.IsOutcomeUnknown);
        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task RawDelete_AnswerWasLostAndItIsGone_HasWorked()
    {
        SimulatedClock clock = new();
        ScriptedTransport transport = new(
            Answers.Empty(HttpStatusCode.GatewayTimeout),
            Answers.Json("""{"error": {"message": "No such branch"}}""", HttpStatusCode.NotFound));
        using BitbucketClient client = transport.CreateClient(time: clock, retries: 8);

        await clock.RunAsync(async () =>
        {
            RawAnswer answer = await client.Raw.ReadTextAsync(new(HttpMethod.Delete, "/things/1"), TestContext.Current.CancellationToken);
            Assert.Equal("", answer.Text);
        });

        Assert.Equal(2, transport.Requests.Count);
    }

    [Fact]
    public async Task Refusal_ThatAlwaysSaysComeBackInASecond_IsWaitedOutLongerEachTime()
    {
        SimulatedClock clock = new();
        DateTimeOffset begin = clock.GetUtcNow();
        ScriptedTransport transport = new(Enumerable.Range(0, 8).Select(_ => Answers
            .Text("Rate limit", "text/plain", HttpStatusCode.TooManyRequests)
            .With("Retry-After", "1")));
        transport.Answer((_, _) => Task.FromResult(Answers.Json("{}")));
        using BitbucketClient client = transport.CreateClient(time: clock, retries: 8);

        await clock.RunAsync(() => client.GetUserAsync());

        Assert.InRange(clock.GetUtcNow() - begin, TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(90));
    }

    [Fact]
    public async Task List_NextLostTheQueryOfTheFirstRequest_GetsItBack()
    {
        ScriptedTransport transport = new(
            Answers.Json("""{"size": 2, "page": 1, "pagelen": 1, "values": [{"name": "a"}], "next": "https://api.bitbucket.org/2.0/x?page=2"}"""),
            Answers.Json("""{"size": 2, "page": 2, "pagelen": 1, "values": [{"name": "b"}]}"""));
        using BitbucketClient client = transport.CreateClient();
        RefQuery query = new() { Filter = "name ~ \"a+b\"", Sort = "-name", PageLength = 1 };

        List<Branch> branches = await client.Refs.ListBranchesAsync(s_repository, query, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, branches.Count);
        Assert.Equal("GET https://api.bitbucket.org/2.0/x?page=2&q=name%20~%20%22a%2Bb%22&sort=-name&pagelen=1", transport.Lines.Last());
    }

    [Fact]
    public async Task List_WithByteOrderMarks_IsRead()
    {
        ScriptedTransport transport = new(Answers.Json("\uFEFF{\"values\": [{\"name\": \"a\"}]}"));
        using BitbucketClient client = transport.CreateClient();

        Branch branch = await client.Refs.ListBranchesAsync(s_repository, cancellationToken: TestContext.Current.CancellationToken)
            .SingleAsync(TestContext.Current.CancellationToken);

        Assert.Equal("a", branch.Name);
    }
}
