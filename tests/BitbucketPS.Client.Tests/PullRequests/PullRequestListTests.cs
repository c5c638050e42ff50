using System.Net;
using BitbucketPS.Client.Tests.Http;

namespace BitbucketPS.Client.Tests.PullRequests;

/// <summary>Lists of pull requests, as the service is known to answer them.</summary>
public sealed class PullRequestListTests
{
    private const string List = "https://api.bitbucket.org/2.0/repositories/acme/web/pullrequests";

    private static readonly RepositoryId s_repository = new("acme/web");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gotcha02_Next_IsFollowedAsItStands()
    {
        const string Next = List + "?pagelen=50&page=8xhd&state=OPEN";
        ScriptedTransport transport = new(Page(1, Next), Page(2, next: null));
        using BitbucketClient client = transport.CreateClient();

        PullRequest[] found = await client.PullRequests.ListAsync(s_repository, query: null, Token).ToArrayAsync(Token);

        Assert.Equal([1, 2], found.Select(pullRequest => pullRequest.Id));
        Assert.Equal($"GET {Next}", transport.Lines.Last());
    }

    [Fact]
    public async Task Gotcha03_NextThatLostItsKeys_GetsTheMissingOnesBack()
    {
        // Of numbered pages; an opaque link is not touched, since some are refused with more than they have.
        ScriptedTransport transport = new(
            Answers.Json($$"""{"size": 51, "page": 1, "pagelen": 50, "values": [{"id": 1}], "next": "{{List}}?page=2"}"""),
            Page(2, next: null));
        using BitbucketClient client = transport.CreateClient();

        await client.PullRequests.ListAsync(s_repository, new() { States = ["MERGED"] }, Token).ToArrayAsync(Token);

        string second = transport.Lines.Last();
        Assert.Contains("page=2", second, StringComparison.Ordinal);
        Assert.Contains("state=MERGED", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gotcha05_LastPage_HasNoNextAndIsTheEnd()
    {
        ScriptedTransport transport = new(Page(1, next: null));
        using BitbucketClient client = transport.CreateClient();

        Assert.Single(await client.PullRequests.ListAsync(s_repository, query: null, Token).ToArrayAsync(Token));
        Assert.Single(transport.Lines);
    }

    [Fact]
    public async Task Gotcha11_DeletedForkAndAuthor_AreNullAndNoFailure()
    {
        ScriptedTransport transport = new(Answers.Json("""
            {
              "id": 7, "title": "Of a fork that is gone", "author": null, "merge_commit": null, "closed_by": null,
              "source": {"repository": null, "branch": null, "commit": null},
              "destination": {"repository": {"full_name": "acme/web"}, "branch": {"name": "main"}, "commit": {"hash": "0123456789ab"}}
            }
            """));
        using BitbucketClient client = transport.CreateClient();

        PullRequest found = await client.PullRequests.GetAsync(s_repository, 7, Token);

        Assert.Equal((null, null, null, null), (found.Author, found.SourceBranch, found.SourceCommit, found.SourceRepository));
        Assert.Equal(("main", "0123456789ab"), (found.DestinationBranch, found.DestinationCommit));
    }

    [Fact]
    public async Task Gotcha29_DetailThatIsAnObject_DoesNotHideTheError()
    {
        ScriptedTransport transport = new(Answers.Json(
            """{"type": "error", "error": {"message": "Access denied", "detail": {"required": ["pullrequest"], "granted": ["repository"]}}}""",
            HttpStatusCode.Forbidden));
        using BitbucketClient client = transport.CreateClient();

        BitbucketApiException e = await Assert.ThrowsAsync<BitbucketApiException>(() => client.PullRequests.GetAsync(s_repository, 7, Token));

        Assert.Equal(["pullrequest"], e.RequiredScopes);
        Assert.Equal(["repository"], e.GrantedScopes);
    }

    [Fact]
    public async Task Gotcha20_MergeThatTheServerGaveUpOn_IsLookedForAndNotSentAgain()
    {
        ScriptedTransport transport = new(
            Answers.Text("took too long", "text/plain", (HttpStatusCode)555),
            Answers.Json("""{"id": 7, "title": "T", "state": "MERGED"}"""));
        using BitbucketClient client = transport.CreateClient(retries: 3);

        PullRequestMergeTask task = await client.PullRequestMerges.MergeAsync(s_repository, 7, cancellationToken: Token);

        Assert.Equal("MERGED", task.PullRequest?.State);
        Assert.Equal([$"POST {List}/7/merge", $"GET {List}/7"], transport.Lines);
    }

    private static HttpResponseMessage Page(long id, string? next)
        => Answers.Json($$"""{"pagelen": 50, "values": [{"id": {{id}}, "title": "T"}]{{(next is null ? "" : $", \"next\": \"{next}\"")}} }""");
}
