using System.Net;
using System.Text;
using BitbucketPS.Client.Tests.Http;

namespace BitbucketPS.Client.Tests.Json;

public sealed class AnswerTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("{\"uuid\": \"{1}\", \"nick")]
    [InlineData("{\"uuid\": \"{1}\"")]
    [InlineData("{\"uuid\": \"{1}\"} trailing")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("<html></html>")]
    [InlineData("{\"uuid\": 7}")]
    [InlineData("{\"created_on\": \"yesterday\"}")]
    public async Task Read_NoSuchJson_IsUnexpected(string json)
    {
        using BitbucketClient client = new ScriptedTransport(Answers.Json(json)).CreateClient();

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(client.GetUserAsync);

        Assert.Equal(BitbucketErrorKind.UnexpectedResponse, error.Kind);
        Assert.StartsWith("GET /2.0/user answered ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_InvalidUtf8_IsUnexpected()
    {
        byte[] body = [.. "{\"links\": {\"self\": {\"href\": \""u8, 0xFF, 0xFE, .. "\"}}, \"nickname\": \""u8, 0xC3, .. "\"}"u8];
        using BitbucketClient client = new ScriptedTransport(Answers.Body(body, "application/json")).CreateClient();

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(client.GetUserAsync);

        Assert.Equal(BitbucketErrorKind.UnexpectedResponse, error.Kind);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/plain; charset=utf-8")]
    [InlineData("application/octet-stream")]
    [InlineData("application/jsonp")]
    public async Task Read_AnotherType_IsUnexpected(string contentType)
    {
        using BitbucketClient client = new ScriptedTransport(Answers.Text("{}", contentType)).CreateClient();

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(client.GetUserAsync);

        Assert.Equal(BitbucketErrorKind.UnexpectedResponse, error.Kind);
        Assert.Contains($"200 with {contentType.Split(';')[0]} instead of JSON", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON; charset=utf-8")]
    [InlineData("application/hal+json")]
    [InlineData(null)]
    public async Task Read_JsonByAnyName_IsRead(string? contentType)
    {
        byte[] body = [.. Encoding.UTF8.Preamble, .. "{\"nickname\": \"ada\"}"u8];
        using BitbucketClient client = new ScriptedTransport(Answers.Body(body, contentType)).CreateClient();

        Assert.Equal("ada", (await client.GetUserAsync()).Nickname);
    }

    [Fact]
    public async Task Read_NoTypeAndNoJson_IsUnexpected()
    {
        using BitbucketClient client = new ScriptedTransport(Answers.Body("<html>"u8.ToArray(), contentType: null)).CreateClient();

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(client.GetUserAsync);

        Assert.Equal(BitbucketErrorKind.UnexpectedResponse, error.Kind);
    }

    [Fact]
    public async Task Read_NoContent_IsUnexpected()
    {
        using BitbucketClient client = new ScriptedTransport(Answers.Empty(HttpStatusCode.NoContent)).CreateClient();

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(client.GetUserAsync);

        Assert.Equal(BitbucketErrorKind.UnexpectedResponse, error.Kind);
    }

    [Fact]
    public async Task Read_DuplicateAndUnknownFields_AreNoError()
    {
        const string Json = """
            {"type": "app_user", "nickname": "old", "nickname": "new", "is_staff": {"deep": [1, {"x": null}]}, "Nickname": "other"}
            """;
        using BitbucketClient client = new ScriptedTransport(Answers.Json(Json)).CreateClient();

        Assert.Equal("new", (await client.GetUserAsync()).Nickname);
    }
}
