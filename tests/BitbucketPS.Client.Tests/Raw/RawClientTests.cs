using System.Net;
using System.Text;
using System.Text.Json;
using BitbucketPS.Client.Tests.Http;

namespace BitbucketPS.Client.Tests.Raw;

public sealed class RawClientTests
{
    [Theory]
    [InlineData("/repositories/acme", "?pagelen=100")]
    [InlineData("/repositories/acme?", "?pagelen=100")]
    [InlineData("/repositories/acme?q=name%20~%20%22a%26b%22", "?q=name%20~%20%22a%26b%22&pagelen=100")]
    [InlineData("/repositories/acme?pagelen=5", "?pagelen=5")]
    [InlineData("/repositories/acme?role=member&pagelen=5&x=1", "?role=member&pagelen=5&x=1")]
    [InlineData("/repositories/%7Bacme%7D", "?pagelen=100")]
    [InlineData("https://api.bitbucket.org/2.0/repositories/acme?page=2", "?page=2&pagelen=100")]
    [InlineData("/repositories/acme/web/pullrequests", "?pagelen=50")]
    [InlineData("/user", "")]
    [InlineData("/nothing?x=1", "?x=1")]
    public async Task List_PageLength_IsTheOperationsUnlessGiven(string path, string expected)
    {
        ScriptedTransport transport = new(Answers.Json("""{"values": []}"""));
        using BitbucketClient client = transport.CreateClient();

        Assert.Empty(await ItemsAsync(client, path));

        Assert.Equal(expected, Assert.Single(transport.Requests).Address.Query);
    }

    [Fact]
    public async Task List_PathIsEncoded_StaysSo()
    {
        ScriptedTransport transport = new(Answers.Json("""{"values": []}"""));
        using BitbucketClient client = transport.CreateClient();

        await ItemsAsync(client, "/repositories/{acme}/web/commits/a%2Fb");

        Assert.Equal(
            "GET https://api.bitbucket.org/2.0/repositories/%7Bacme%7D/web/commits/a%2Fb?pagelen=100",
            Assert.Single(transport.Lines));
    }

    [Fact]
    public async Task List_ItemsOfAnyKind_ComeAsTheyAre()
    {
        ScriptedTransport transport = new(
            Answers.Json("""{"values": [{"id": 1}, "The plan has no snippets", null, 7], "next": "/2.0/snippets?page=2"}"""),
            Answers.Json("""{"values": [[true]]}"""));
        using BitbucketClient client = transport.CreateClient();

        Assert.Equal(
            ["""{"id": 1}""", "\"The plan has no snippets\"", "7", "[true]"],
            await ItemsAsync(client, "/snippets"));
        Assert.All(transport.Requests, request => Assert.Equal("application/json", request.Accept));
    }

    [Theory]
    [InlineData("""{"uuid": "{1}", "nickname": "ada"}""")]
    [InlineData("[]")]
    [InlineData("7")]
    public async Task List_AnswerIsNoPage_IsUnexpected(string json)
    {
        using BitbucketClient client = new ScriptedTransport(Answers.Json(json)).CreateClient();

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(() => ItemsAsync(client, "/user"));

        Assert.Equal(BitbucketErrorKind.UnexpectedResponse, error.Kind);
    }

    [Fact]
    public async Task Send_BodyAndAccept_AreSentAsGiven()
    {
        ScriptedTransport transport = new(Answers.Text("log", "application/octet-stream"));
        using BitbucketClient client = transport.CreateClient();
        using StringContent content = new("{\"a\": 1}", Encoding.UTF8, "application/json");
        RawRequest request = new(HttpMethod.Post, "/x") { Content = content, Accept = "application/octet-stream" };

        using HttpResponseMessage response = await client.Raw.SendAsync(request, TestContext.Current.CancellationToken);

        RecordedRequest sent = Assert.Single(transport.Requests);
        Assert.Equal(
            ("{\"a\": 1}", "application/json; charset=utf-8", "application/octet-stream"),
            (sent.Body, sent.ContentType, sent.Accept));
        Assert.Equal("log", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("text/plain; q=0.5", "text/plain; q=0.5")]
    [InlineData("text/plain, */*;q=0.1", "text/plain, */*; q=0.1")]
    public async Task Send_AcceptWithSeveralTypes_IsSent(string accept, string expected)
    {
        ScriptedTransport transport = new(Answers.Empty(HttpStatusCode.OK));
        using BitbucketClient client = transport.CreateClient();
        RawRequest request = new(HttpMethod.Get, "/x") { Accept = accept };

        using HttpResponseMessage response = await client.Raw.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, Assert.Single(transport.Requests).Accept);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("text/plain\r\nX-Evil: 1")]
    public async Task Send_AcceptIsNoMediaType_IsInvalid(string accept)
    {
        ScriptedTransport transport = new();
        using BitbucketClient client = transport.CreateClient();
        RawRequest request = new(HttpMethod.Get, "/x") { Accept = accept };

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(
            () => client.Raw.SendAsync(request, TestContext.Current.CancellationToken));

        Assert.Equal(BitbucketErrorKind.InvalidArgument, error.Kind);
        Assert.Empty(transport.Requests);
    }

    [Fact]
    public async Task Send_ByDefault_AcceptsAnything()
    {
        ScriptedTransport transport = new(Answers.Text("<html>", "text/html"));
        using BitbucketClient client = transport.CreateClient();

        using HttpResponseMessage response = await client.GetAsync("/repositories/acme/web/src/main/index.html");

        Assert.Equal("*/*", Assert.Single(transport.Requests).Accept);
        Assert.Equal("<html>", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<List<string?>> ItemsAsync(BitbucketClient client, string path)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        return await client.Raw
            .ListAsync(new(HttpMethod.Get, path), options: null, token)
            .Select((JsonElement? item) => item?.GetRawText())
            .ToListAsync(token);
    }
}
