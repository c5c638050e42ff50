using System.Net;
using System.Text.Json.Nodes;
using BitbucketPS.Client.Tests.Http;
using BitbucketPS.Client.Tests.Json;

namespace BitbucketPS.Client.Tests.PullRequests;

public sealed class PullRequestCommentsClientTests
{
    private const string Comments = "https://api.bitbucket.org/2.0/repositories/acme/web/pullrequests/7/comments";

    private static readonly RepositoryId s_repository = new("acme/web");

    public static TheoryData<PullRequestCommentDraft, string> Drafts => new()
    {
        { new("ü \"🚀\"\\"), """{"content": {"raw": "ü \"🚀\"\\"}}""" },
        { new("x") { Inline = new() { Path = "a/b.cs", To = 3 } }, """{"content": {"raw": "x"}, "inline": {"path": "a/b.cs", "to": 3}}""" },
        { new("x") { Inline = new() { Path = "a", From = 2 } }, """{"content": {"raw": "x"}, "inline": {"path": "a", "from": 2}}""" },
        { new("x") { ParentId = 5 }, """{"content": {"raw": "x"}, "parent": {"id": 5}}""" },
        { new("x") { IsPending = true }, """{"content": {"raw": "x"}, "pending": true}""" },
    };

    public static TheoryData<PullRequestCommentUpdate, string> Updates => new()
    {
        { new() { Content = "x" }, """{"content": {"raw": "x"}}""" },
        { new() { IsPending = false }, """{"pending": false}""" },
    };

    [Theory]
    [MemberData(nameof(Drafts), DisableDiscoveryEnumeration = true)]
    public async Task Create_Draft_IsTheBody(PullRequestCommentDraft draft, string body)
    {
        ScriptedTransport transport = new(Answers.Json("""{"id": 9, "content": {"raw": "as the server says"}}""", HttpStatusCode.Created));
        using BitbucketClient client = transport.CreateClient();

        PullRequestComment comment = await client.PullRequestComments.CreateAsync(s_repository, 7, draft, TestContext.Current.CancellationToken);

        RequireSent(transport, $"POST {Comments}", body);
        Assert.Equal((9L, 7L, s_repository, "as the server says"), (comment.Id, comment.PullRequestId, comment.Repository, $"{comment.Content}"));
    }

    [Theory]
    [MemberData(nameof(Updates), DisableDiscoveryEnumeration = true)]
    public async Task Update_OnlyWhatIsGiven_IsTheBody(PullRequestCommentUpdate update, string body)
    {
        ScriptedTransport transport = new(Answers.Json("""{"id": 9}"""));
        using BitbucketClient client = transport.CreateClient();

        await client.PullRequestComments.UpdateAsync(s_repository, 7, 9, update, TestContext.Current.CancellationToken);

        RequireSent(transport, $"PUT {Comments}/9", body);
    }

    [Fact]
    public async Task Resolve_AndReopen_HaveNoBody()
    {
        ScriptedTransport transport = new(Answers.Json("""{"type": "comment_resolution"}"""), Answers.Empty(HttpStatusCode.NoContent));
        using BitbucketClient client = transport.CreateClient();

        await client.PullRequestComments.ResolveAsync(s_repository, 7, 9, TestContext.Current.CancellationToken);
        await client.PullRequestComments.ReopenAsync(s_repository, 7, 9, TestContext.Current.CancellationToken);

        Assert.Equal([$"POST {Comments}/9/resolve", $"DELETE {Comments}/9/resolve"], transport.Lines);
        Assert.All(transport.Requests, request => Assert.True(string.IsNullOrEmpty(request.Body)));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task Gotcha20_ServerFails_CommentIsSentOnce(HttpStatusCode status)
    {
        ScriptedTransport transport = new(Answers.Empty(status));
        using BitbucketClient client = transport.CreateClient(retries: 5);

        BitbucketException error = await Assert.ThrowsAsync<BitbucketApiException>(
            () => client.PullRequestComments.CreateAsync(s_repository, 7, new("x"), TestContext.Current.CancellationToken));

        Assert.Single(transport.Requests);
        Assert.True(error.IsOutcomeUnknown);
    }

    [Fact]
    public async Task List_AskedFor_LeavesOutWhatTheModelDoesNotCarry()
    {
        ScriptedTransport transport = new(Answers.Json("""{"values": []}"""));
        using BitbucketClient client = transport.CreateClient(trims: true);

        await client.PullRequestComments
            .ListAsync(s_repository, 7, cancellationToken: TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        string[] left = Uri.UnescapeDataString(new Uri(transport.Lines.Single().Split(' ')[1]).Query).Split("fields=")[1].Split(',');
        Assert.Contains("-values.pullrequest", left);
        Assert.Contains("-values.user.links", left);
        Assert.Contains("-values.parent.links", left);
        Assert.DoesNotContain("-values.parent.id", left);
        Assert.DoesNotContain("-values.resolution", left);
        Assert.DoesNotContain("-values.deleted", left);
    }

    [Theory]
    [InlineData("atlpy-pullrequest-comments.json")]
    [InlineData("goscm-pullrequest-comments-page.json")]
    public async Task List_Recorded_IsWhole(string file)
    {
        using BitbucketClient client = RecordedAnswers.CreateClient(file);

        List<PullRequestComment> all = await client.PullRequestComments
            .ListAsync(s_repository, 7, cancellationToken: TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.NotEmpty(all);
        Assert.All(all, RequireWhole);
    }

    [Theory]
    [InlineData("goscm-pullrequest-comment.json", null)]
    [InlineData("goscm-pullrequest-comment-inline.json", "README.md:5")]
    public async Task Get_Recorded_IsWhole(string file, string? place)
    {
        using BitbucketClient client = RecordedAnswers.CreateClient(file);

        PullRequestComment comment = await client.PullRequestComments.GetAsync(s_repository, 7, 9, TestContext.Current.CancellationToken);

        RequireWhole(comment);
        Assert.Equal(place, comment.Inline?.ToString());
    }

    private static void RequireSent(ScriptedTransport transport, string line, string body)
    {
        RecordedRequest sent = Assert.Single(transport.Requests);
        Assert.Equal((line, "application/json"), (sent.Line, sent.ContentType));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(sent.Body!)), sent.Body);
    }

    private static void RequireWhole(PullRequestComment comment)
    {
        Assert.InRange(comment.Id, 1, long.MaxValue);
        Assert.NotEmpty(comment.Content!.Raw);
        Assert.Equal("markdown", comment.Content.Markup);
        Assert.NotEmpty(comment.User!.DisplayName!);
        Assert.NotNull(comment.CreatedOn);
        Assert.NotNull(comment.UpdatedOn);
        Assert.NotEmpty(comment.Links!.Html!);
        Assert.False(comment.IsResolved || comment.IsDeleted || comment.IsPending);
    }
}
