using System.Net;
using System.Text;
using BitbucketPS.Signing;

namespace BitbucketPS.Client.Tests.Http;

public sealed class ErrorMaskTests
{
    private const string Token = "ATCTT3x/FfG+0s3cr3t=7";

    [Theory]
    [InlineData("application/json", """{"error": {"message": "Bad TOKEN"}}""")]
    [InlineData("application/json", """{"error": {"message": "m", "detail": "Bad TOKEN"}}""")]
    [InlineData("application/json", """{"error": {"message": "m", "fields": {"token": ["Bad TOKEN"]}}}""")]
    [InlineData("application/json", """{"error": {"message": "m", "fields": {"TOKEN": "Bad"}}}""")]
    [InlineData("application/json", """{"error": {"message": "m", "detail": {"required": ["TOKEN"]}}}""")]
    [InlineData("application/json", """{"error": {"message": "m", "detail": {"granted": ["TOKEN"]}}}""")]
    [InlineData("application/json", """{"error": {"message": "m"}, "request": {"authorization": "Bearer TOKEN"}}""")]
    [InlineData("application/json", """{"message": "Bad SLASHED"}""")]
    [InlineData("application/json", """{"message": "Bad ESCAPED"}""")]
    [InlineData("application/json", """{"x": "ESCAPED", "y": [["SLASHED", null, true, 1.50]], "message": "m"}""")]
    [InlineData("application/json", """{"ESCAPED": {"TOKEN": 1}}""")]
    [InlineData("application/json", """{"cut": "TOKEN""")]
    [InlineData("application/json", """{"cut": "ESCAPED""")]
    [InlineData("text/plain", "Bad TOKEN")]
    [InlineData("text/plain", "Bad ENCODED")]
    [InlineData("text/html", "<pre>Authorization: Bearer TOKEN</pre>")]
    public async Task Error_EchoedToken_IsMaskedEverywhere(string contentType, string template)
    {
        string body = template
            .Replace("TOKEN", Token, StringComparison.Ordinal)
            .Replace("SLASHED", Token.Replace("/", "\\/", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("ESCAPED", Token.Replace("+", "\\u002b", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("ENCODED", Uri.EscapeDataString(Token), StringComparison.Ordinal);

        BitbucketApiException error = await Answers
            .Text(body, contentType, HttpStatusCode.BadRequest)
            .With("X-Request-UUID", Token)
            .With("X-OAuth-Scopes", Token)
            .With("X-Accepted-OAuth-Scopes", Token)
            .ErrorOfAsync(new BearerSigner(Token));

        Assert.All(Texts(error), text => Assert.DoesNotContain("s3cr3t", text, StringComparison.Ordinal));
        Assert.Contains("***", error.RawBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_EchoedBasicCredential_IsMaskedInBothForms()
    {
        BasicSigner signer = new("ada@acme.example", Token);
        string encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"ada@acme.example:{Token}"));

        BitbucketApiException error = await Answers
            .Text($"Basic {encoded} is {Token}", "text/plain", HttpStatusCode.Unauthorized)
            .ErrorOfAsync(signer);

        Assert.Equal("Basic *** is *** (401 Unauthorized)", error.Message);
    }

    [Fact]
    public async Task Error_EchoedInTheReason_IsMasked()
    {
        HttpResponseMessage answer = Answers.Empty(HttpStatusCode.Unauthorized);
        answer.ReasonPhrase = $"Bad {Token}";

        BitbucketApiException error = await answer.ErrorOfAsync(new BearerSigner(Token));

        Assert.DoesNotContain("s3cr3t", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RawBody_NothingToMask_IsAsItCame()
    {
        const string Body = """{ "a\/b" : "\u00fc",  "error":{"message":"C:\\x \"y\""} }""";

        BitbucketApiException error = await Answers.Json(Body, HttpStatusCode.BadRequest).ErrorOfAsync(new BearerSigner(Token));

        Assert.Equal(Body, error.RawBody);
        Assert.Equal("C:\\x \"y\" (400 Bad Request)", error.Message);
    }

    private static IEnumerable<string> Texts(BitbucketApiException error) =>
    [
        error.Message,
        error.ToString(),
        error.RawBody,
        error.Detail ?? "",
        error.RequestId ?? "",
        .. error.Fields.Keys,
        .. error.Fields.Values,
        .. error.RequiredScopes,
        .. error.GrantedScopes,
    ];
}
