using System.Net;
using System.Text;

namespace BitbucketPS.Client.Tests.Http;

public sealed class ErrorShapeTests
{
    [Theory]
    [InlineData(
        "{\"type\": \"error\", \"error\": {\"message\": \"Repository dev/null not found\"}}",
        "Repository dev/null not found (400 Bad Request)")]
    [InlineData("{\"error\": {\"message\": \"Bad pipeline\"}}", "Bad pipeline (400 Bad Request)")]
    [InlineData(
        "{\"error\": {\"message\": \"Bad request\", \"detail\": \"The branch has no bitbucket-pipelines.yml.\"}}",
        "Bad request. The branch has no bitbucket-pipelines.yml. (400 Bad Request)")]
    [InlineData("{\"error\": {\"message\": \"Same\", \"detail\": \"Same\"}}", "Same (400 Bad Request)")]
    [InlineData("{\"error\": {\"message\": \"Once\", \"detail\": \"\"}}", "Once (400 Bad Request)")]
    [InlineData(
        "{\"key\": \"report-service.general.bad-request\", \"message\": \"Too many annotations\", \"arguments\": {}}",
        "Too many annotations (400 Bad Request)")]
    [InlineData("{\"error\": \"invalid_grant\", \"error_description\": \"The code is used up\"}", "The code is used up (400 Bad Request)")]
    [InlineData("{\"error\": \"invalid_grant\"}", "invalid_grant (400 Bad Request)")]
    [InlineData(
        "{\"type\": \"error\", \"error\": {\"message\": \"Das Repository „größe“ gibt es nicht 🚀\"}}",
        "Das Repository „größe“ gibt es nicht 🚀 (400 Bad Request)")]
    [InlineData("{\"error\": {\"message\": \"u\\u00fc\", \"extra\": [1, {}]}, \"more\": null}", "uü (400 Bad Request)")]
    public async Task Message_JsonOfAnyShape_HasTheServersWords(string json, string expected)
    {
        BitbucketApiException error = await Answers.Json(json, HttpStatusCode.BadRequest).ErrorOfAsync();

        Assert.Equal(expected, error.Message);
        Assert.Equal(json, error.RawBody);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("{\"error\": null}")]
    [InlineData("{\"error\": {}}")]
    [InlineData("{\"error\": []}")]
    [InlineData("{\"error\": {\"message\": null, \"detail\": null, \"fields\": null, \"data\": null}}")]
    [InlineData("{\"error\": {\"message\": 7, \"detail\": [1], \"fields\": \"x\", \"data\": {\"key\": 1}}}")]
    [InlineData("{\"error\": {\"detail\": {\"required\": 7, \"granted\": null}, \"fields\": [\"x\"]}}")]
    public async Task Message_JsonWithoutWords_NamesTheRequest(string json)
    {
        BitbucketApiException error = await Answers.Json(json, HttpStatusCode.BadRequest).ErrorOfAsync();

        Assert.Equal("GET /2.0/user was refused. (400 Bad Request)", error.Message);
        Assert.Equal(json, error.RawBody);
        Assert.Empty(error.Fields);
    }

    [Fact]
    public async Task Detail_Text_IsKept()
    {
        BitbucketApiException error = await Answers
            .Json("{\"error\": {\"message\": \"m\", \"detail\": \"d\"}}", HttpStatusCode.BadRequest)
            .ErrorOfAsync();

        Assert.Equal("d", error.Detail);
    }

    [Fact]
    public async Task Fields_TextAndList_AreBothRead()
    {
        const string Json = """
            {"type": "error", "error": {"message": "Bad request", "fields": {
                "name": ["Too long.", "Has a blank."],
                "src": "newBranchName is required",
                "odd": {"a": 1},
                "none": null
            }}}
            """;

        BitbucketApiException error = await Answers.Json(Json, HttpStatusCode.BadRequest).ErrorOfAsync();

        Assert.Equal("Too long. Has a blank.", error.Fields["name"]);
        Assert.Equal("newBranchName is required", error.Fields["src"]);
        Assert.Contains("name: Too long. Has a blank.", error.Message, StringComparison.Ordinal);
        Assert.Contains("src: newBranchName is required", error.Message, StringComparison.Ordinal);
        Assert.Equal(["name", "none", "odd", "src"], error.Fields.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("APPLICATION/JSON; charset=UTF-8")]
    [InlineData("application/problem+json")]
    [InlineData(null)]
    public async Task Message_JsonByAnyName_IsRead(string? contentType)
    {
        byte[] body = "{\"error\": {\"message\": \"No\"}}"u8.ToArray();

        BitbucketApiException error = await Answers.Body(body, contentType, HttpStatusCode.NotFound).ErrorOfAsync();

        Assert.Equal("No (404 Not Found)", error.Message);
    }

    [Fact]
    public async Task Message_JsonWithByteOrderMark_IsRead()
    {
        byte[] body = [.. Encoding.UTF8.Preamble, .. "{\"error\": {\"message\": \"No\"}}"u8];

        BitbucketApiException error = await Answers.Body(body, "application/json", HttpStatusCode.NotFound).ErrorOfAsync();

        Assert.Equal("No (404 Not Found)", error.Message);
    }

    [Theory]
    [InlineData("Rate limit for this resource has been exceeded\n", "Rate limit for this resource has been exceeded (429 Too Many Requests)")]
    [InlineData("", "GET /2.0/user was refused. (429 Too Many Requests)")]
    [InlineData(" \r\n", "GET /2.0/user was refused. (429 Too Many Requests)")]
    public async Task Message_PlainText_IsTheText(string text, string expected)
    {
        BitbucketApiException error = await Answers.Text(text, "text/plain", HttpStatusCode.TooManyRequests).ErrorOfAsync();

        Assert.Equal(expected, error.Message);
    }

    [Fact]
    public async Task Message_LongPlainText_IsLeftOut()
    {
        string text = new('x', 10_000);

        BitbucketApiException error = await Answers.Text(text, "text/plain", HttpStatusCode.NotFound).ErrorOfAsync();

        Assert.Equal("GET /2.0/user was refused. (404 Not Found)", error.Message);
        Assert.Equal(text, error.RawBody);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("application/xhtml+xml")]
    [InlineData(null)]
    public async Task Message_Html_IsLeftOut(string? contentType)
    {
        string html = $"<html><body data-current-user='Ada Lovelace'>{new string('x', 25_000)}</body></html>";

        BitbucketApiException error = await Answers
            .Body(Encoding.UTF8.GetBytes(html), contentType, HttpStatusCode.NotFound)
            .ErrorOfAsync();

        Assert.Equal("GET /2.0/user was refused. (404 Not Found)", error.Message);
        Assert.DoesNotContain("Ada", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(html, error.RawBody);
    }

    [Fact]
    public async Task RawBody_Huge_IsCut()
    {
        BitbucketApiException error = await Answers
            .Text(new string('x', 1_000_000), "text/html", HttpStatusCode.BadGateway)
            .ErrorOfAsync();

        Assert.Equal(64 * 1024, error.RawBody.Length);
    }

    [Fact]
    public async Task Error_OfAnOperation_SaysWhatWasAsked()
    {
        HttpResponseMessage answer = Answers.Json("{}", HttpStatusCode.NotFound).With("X-Request-UUID", "r-1");
        using BitbucketClient client = new ScriptedTransport(answer).CreateClient();

        BitbucketApiException error = await Assert.ThrowsAsync<BitbucketApiException>(
            () => client.Refs.DeleteBranchAsync(new("acme/web"), "feature/x", TestContext.Current.CancellationToken));

        Assert.Equal(
            ("DELETE", "/2.0/repositories/acme/web/refs/branches/feature%2Fx", "DeleteBranch", "r-1"),
            (error.Method, error.Path, error.Operation, error.RequestId));
    }

    [Fact]
    public async Task Error_OfAnUnknownPath_HasNoOperation()
    {
        HttpResponseMessage answer = Answers.Json("{}", HttpStatusCode.NotFound).With("Atl-TraceId", "t-1");
        using BitbucketClient client = new ScriptedTransport(answer).CreateClient();

        BitbucketApiException error = await Assert.ThrowsAsync<BitbucketApiException>(() => client.GetAsync("/nothing?q=private"));

        Assert.Equal((null, "t-1", "/2.0/nothing"), (error.Operation, error.RequestId, error.Path));
        Assert.DoesNotContain("private", error.ToString(), StringComparison.Ordinal);
    }
}
