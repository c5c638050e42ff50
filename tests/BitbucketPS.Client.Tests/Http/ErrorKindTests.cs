using System.Net;

namespace BitbucketPS.Client.Tests.Http;

public sealed class ErrorKindTests
{
    [Theory]
    [InlineData(300, BitbucketErrorKind.RequestFailed)]
    [InlineData(304, BitbucketErrorKind.RequestFailed)]
    [InlineData(400, BitbucketErrorKind.BadRequest)]
    [InlineData(401, BitbucketErrorKind.Unauthorized)]
    [InlineData(402, BitbucketErrorKind.RequestFailed)]
    [InlineData(403, BitbucketErrorKind.Forbidden)]
    [InlineData(404, BitbucketErrorKind.NotFound)]
    [InlineData(405, BitbucketErrorKind.BadRequest)]
    [InlineData(406, BitbucketErrorKind.BadRequest)]
    [InlineData(409, BitbucketErrorKind.Conflict)]
    [InlineData(410, BitbucketErrorKind.Gone)]
    [InlineData(411, BitbucketErrorKind.BadRequest)]
    [InlineData(413, BitbucketErrorKind.BadRequest)]
    [InlineData(415, BitbucketErrorKind.BadRequest)]
    [InlineData(418, BitbucketErrorKind.RequestFailed)]
    [InlineData(422, BitbucketErrorKind.BadRequest)]
    [InlineData(429, BitbucketErrorKind.RateLimited)]
    [InlineData(500, BitbucketErrorKind.ServerError)]
    [InlineData(502, BitbucketErrorKind.ServerError)]
    [InlineData(503, BitbucketErrorKind.ServerError)]
    [InlineData(504, BitbucketErrorKind.ServerError)]
    [InlineData(555, BitbucketErrorKind.ServerError)]
    public async Task Kind_Status_IsItsKind(int status, BitbucketErrorKind expected)
    {
        BitbucketApiException error = await Answers.Json("{}", (HttpStatusCode)status).ErrorOfAsync();

        Assert.Equal((expected, status), (error.Kind, (int)error.StatusCode));
        Assert.Contains($"({status}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_StatusWithoutName_HasTheNumberAlone()
    {
        BitbucketApiException error = await Answers.Empty((HttpStatusCode)555).ErrorOfAsync();

        Assert.EndsWith("(555)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Access token expired. Use your refresh token to obtain a new access token.", BitbucketErrorKind.TokenExpired)]
    [InlineData("The token has EXPIRED", BitbucketErrorKind.TokenExpired)]
    [InlineData("Token is invalid, expired, or not supported for this endpoint.", BitbucketErrorKind.Unauthorized)]
    [InlineData("Login required", BitbucketErrorKind.Unauthorized)]
    public async Task Kind_UnauthorizedText_TellsExpiryFromTheRest(string message, BitbucketErrorKind expected)
    {
        string json = $$"""{"type": "error", "error": { "message": "{{message}}" } }""";

        BitbucketApiException structured = await Answers.Json(json, HttpStatusCode.Unauthorized).ErrorOfAsync();
        BitbucketApiException plain = await Answers.Text(message, "text/plain", HttpStatusCode.Unauthorized).ErrorOfAsync();

        Assert.Equal((expected, expected), (structured.Kind, plain.Kind));
    }

    [Theory]
    [InlineData("{\"error\": {\"message\": \"Branch \\\"x\\\" already exists.\"}}")]
    [InlineData("{\"error\": {\"message\": \"Zweig gibt es schon\", \"data\": {\"key\": \"BRANCH_ALREADY_EXISTS\"}}}")]
    [InlineData("{\"error\": {\"message\": \"Etikett gibt es schon\", \"data\": {\"key\": \"TAG_ALREADY_EXISTS\"}}}")]
    public async Task Kind_BadRequestForWhatExists_IsConflict(string json)
    {
        BitbucketApiException error = await Answers.Json(json, HttpStatusCode.BadRequest).ErrorOfAsync();

        Assert.Equal((BitbucketErrorKind.Conflict, HttpStatusCode.BadRequest), (error.Kind, error.StatusCode));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, BitbucketErrorKind.Forbidden)]
    [InlineData(HttpStatusCode.NotFound, BitbucketErrorKind.NotFound)]
    public async Task Kind_OtherStatus_IsNotReadFromTheText(HttpStatusCode status, BitbucketErrorKind expected)
    {
        BitbucketApiException error = await Answers
            .Json("{\"error\": {\"message\": \"expired, already exists\"}}", status)
            .ErrorOfAsync();

        Assert.Equal(expected, error.Kind);
    }
}
