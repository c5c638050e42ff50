using System.Net;
using BitbucketPS.Client.Tests.Http;

namespace BitbucketPS.Client.Tests.Commits;

public sealed class CommitsClientTests
{
    private const string Hash = "0123456789abcdef0123456789abcdef01234567";
    private const string Page = $$"""{"values": [{"hash": "{{Hash}}"}]}""";

    private static readonly RepositoryId s_repository = new("acme/web");

    [Theory]
    [InlineData("main", "/commit/main")]
    [InlineData("größe", "/commit/gr%C3%B6%C3%9Fe")]
    [InlineData(Hash, $"/commit/{Hash}")]
    public async Task Get_PlainName_IsOneRequest(string name, string path)
    {
        ScriptedTransport transport = new(Answers.Json($$"""{"hash": "{{Hash}}"}"""));
        using BitbucketClient client = transport.CreateClient();

        Commit commit = await client.Commits.GetAsync(s_repository, name, TestContext.Current.CancellationToken);

        Assert.Equal([$"GET https://api.bitbucket.org/2.0/repositories/acme/web{path}"], transport.Lines);
        Assert.Equal((Hash, s_repository), (commit.Hash, commit.Repository));
    }

    [Fact]
    public async Task Gotcha17_NameWithASlash_IsFoundByTheListFirst()
    {
        ScriptedTransport transport = new(Answers.Json(Page), Answers.Json("{}"));
        using BitbucketClient client = transport.CreateClient();

        await client.Commits.GetAsync(s_repository, "feature/x", TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                "GET https://api.bitbucket.org/2.0/repositories/acme/web/commits?include=feature%2Fx&pagelen=1",
                $"GET https://api.bitbucket.org/2.0/repositories/acme/web/commit/{Hash}",
            ],
            transport.Lines);
    }

    [Fact]
    public async Task Resolve_NameThatLeadsToNothing_IsNotFound()
    {
        using BitbucketClient client = new ScriptedTransport(Answers.Json("""{"values": []}""")).CreateClient();

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(
            () => client.Commits.ResolveAsync(s_repository, "empty", TestContext.Current.CancellationToken));

        Assert.Equal(BitbucketErrorKind.NotFound, error.Kind);
    }

    [Fact]
    public async Task List_NamesInTheBody_GoAlongWithEachPage()
    {
        const string Next = "https://api.bitbucket.org/2.0/repositories/acme/web/commits?ctx=1&page=2";
        ScriptedTransport transport = new(Answers.Json($$"""{"values": [{"hash": "a"}], "next": "{{Next}}"}"""), Answers.Json("""{"values": [{"hash": "b"}]}"""));
        using BitbucketClient client = transport.CreateClient();
        CommitQuery query = new() { Include = ["feature/ä b"], Exclude = [.. Enumerable.Repeat(Hash, 60)] };

        CancellationToken token = TestContext.Current.CancellationToken;
        List<Commit> all = await client.Commits.ListAsync(s_repository, query, token).ToListAsync(token);

        Assert.Equal(["a", "b"], all.Select(commit => commit.Hash));
        Assert.Equal(["POST https://api.bitbucket.org/2.0/repositories/acme/web/commits?pagelen=100", $"POST {Next}"], transport.Lines);
        Assert.All(transport.Requests, request =>
        {
            Assert.Equal("application/x-www-form-urlencoded", request.ContentType);
            Assert.StartsWith($"include=feature%2F%C3%A4+b&exclude={Hash}&exclude=", request.Body, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Gotcha28_AnswerWithoutContentType_IsRead()
    {
        using BitbucketClient client = new ScriptedTransport(Answers.Body(System.Text.Encoding.UTF8.GetBytes(Page), contentType: null)).CreateClient();

        CancellationToken token = TestContext.Current.CancellationToken;
        Commit commit = await client.Commits.ListAsync(s_repository, cancellationToken: token).SingleAsync(token);

        Assert.Equal(Hash, commit.Hash);
    }

    [Fact]
    public async Task Approve_Name_PostsNothingToItsHash()
    {
        ScriptedTransport transport = new(Answers.Json(Page), Answers.Json("""{"approved": true, "state": "approved", "user": null}"""));
        using BitbucketClient client = transport.CreateClient();

        Participant participant = await client.Commits.ApproveAsync(s_repository, "main", TestContext.Current.CancellationToken);

        Assert.True(participant.IsApproved);
        Assert.Equal($"POST https://api.bitbucket.org/2.0/repositories/acme/web/commit/{Hash}/approve", transport.Requests[1].Line);
        Assert.True(string.IsNullOrEmpty(transport.Requests[1].Body));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"hash": null, "date": null, "author": null, "message": null, "parents": null, "participants": null, "links": null, "repository": null}""")]
    [InlineData("""{"parents": [{}, {"hash": null}], "participants": [{}, {"user": null, "state": null, "participated_on": null}], "author": {"raw": "x"}}""")]
    public async Task Gotcha12_AbsentAndNull_AreEmpty(string json)
    {
        using BitbucketClient client = new ScriptedTransport(Answers.Json(json)).CreateClient();

        Commit commit = await client.Commits.GetAsync(s_repository, "main", TestContext.Current.CancellationToken);

        Assert.Equal(("", "", ""), (commit.Hash, commit.ShortHash, commit.ToString()));
        Assert.All(commit.Parents, parent => Assert.Equal("", $"{parent}"));
        Assert.All(commit.Participants, participant => Assert.Equal("", $"{participant}"));
    }

    [Theory]
    [InlineData("""{"id": 7, "deleted": true}""")]
    [InlineData("""{"id": 7, "deleted": true, "content": null, "user": null, "parent": null, "inline": null, "commit": null}""")]
    [InlineData("""{"id": 7, "deleted": true, "content": {"raw": null}, "parent": {}, "inline": {"from": null, "to": null}, "commit": {}}""")]
    public async Task Gotcha13_DeletedComment_IsEmpty(string json)
    {
        using BitbucketClient client = new ScriptedTransport(Answers.Json(json)).CreateClient();

        CommitComment comment = await client.CommitComments.GetAsync(s_repository, Hash, 7, TestContext.Current.CancellationToken);

        Assert.Equal((7, Hash, true, ""), (comment.Id, comment.Commit, comment.IsDeleted, comment.ToString()));
        Assert.Null(comment.ParentId);
    }

    [Fact]
    public async Task CreateComment_Reply_HasNoOtherFields()
    {
        ScriptedTransport transport = new(Answers.Json("""{"id": 8, "parent": {"id": 7}}""", HttpStatusCode.Created));
        using BitbucketClient client = transport.CreateClient();

        CommitComment made = await client.CommitComments.CreateAsync(
            s_repository, Hash, "So.", new() { Path = "README.md", To = 3 }, parentId: 7, TestContext.Current.CancellationToken);

        Assert.Equal("""{"content":{"raw":"So."},"inline":{"path":"README.md","to":3},"parent":{"id":7}}""", Assert.Single(transport.Requests).Body);
        Assert.Equal(7, made.ParentId);
    }

    [Fact]
    public async Task UpdateStatus_Part_SendsThatPartAlone()
    {
        ScriptedTransport transport = new(Answers.Json("{}"));
        using BitbucketClient client = transport.CreateClient();

        CommitStatus changed = await client.CommitStatuses.UpdateAsync(
            s_repository, Hash, "ci/7", new() { Description = "" }, TestContext.Current.CancellationToken);

        RecordedRequest sent = Assert.Single(transport.Requests);
        Assert.Equal($"PUT https://api.bitbucket.org/2.0/repositories/acme/web/commit/{Hash}/statuses/build/ci%2F7", sent.Line);
        Assert.Equal("""{"description":""}""", sent.Body);
        Assert.Equal((Hash, s_repository), (changed.Commit, changed.Repository));
    }
}
