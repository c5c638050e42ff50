using System.Net;
using System.Net.Http.Headers;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>The faults that answer something else.</summary>
public class StatusFaultTests(FaultFixture sandbox) : IClassFixture<FaultFixture>
{
    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(410)]
    [InlineData(418)]
    [InlineData(500)]
    [InlineData(555)]
    [InlineData(599)]
    public async Task Error_is_the_apis(int status)
    {
        Answer answer = await FaultyAsync(status, null);

        Assert.Equal((status, "application/json"), ((int)answer.Status, answer.MediaType));
        Assert.NotEmpty(answer.Message);
        Assert.Equal(status == 401, answer.Headers.WwwAuthenticate.Count > 0);
        Assert.False(answer.Headers.Contains("X-OAuth-Scopes"));
    }

    [Theory]
    [InlineData(502, "Bad Gateway")]
    [InlineData(503, "Service Unavailable")]
    [InlineData(504, "Gateway Timeout")]
    public async Task Gateway_speaks_html(int status, string phrase)
    {
        Answer answer = await FaultyAsync(status, null);

        Assert.Equal((status, "text/html"), ((int)answer.Status, answer.MediaType));
        Assert.Contains($"<h1>{status} {phrase}</h1>", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429, null)]
    [InlineData(429, "120")]
    [InlineData(429, "Fri, 31 Dec 2027 23:59:59 GMT")]
    [InlineData(503, "next Tuesday")]
    public async Task Time_to_wait_is_said_as_it_was_given(int status, string? retryAfter)
    {
        Answer answer = await FaultyAsync(status, retryAfter);

        bool isSaid = answer.Headers.NonValidated.TryGetValues("Retry-After", out HeaderStringValues values);
        Assert.Equal(retryAfter, isSaid ? values.Single() : null);
    }

    [Fact]
    public async Task Rate_limit_is_plain_text()
    {
        Answer answer = await FaultyAsync(429, null);

        Assert.Equal((HttpStatusCode.TooManyRequests, "text/plain"), (answer.Status, answer.MediaType));
        Assert.Equal("Rate limit for this resource has been exceeded", answer.Text);
    }

    [Fact]
    public async Task Page_for_people_is_a_success()
    {
        sandbox.Once(SandboxFaultKind.Html, "?html");

        Answer answer = await sandbox.GetAsync("/2.0/user?html");

        Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.Status, answer.MediaType));
        Assert.StartsWith("<!DOCTYPE html>", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirect_leads_to_itself()
    {
        sandbox.Once(SandboxFaultKind.RedirectLoop, "?loop");

        Answer answer = await sandbox.GetAsync("/2.0/user?loop=%20");

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.Equal($"{sandbox.Origin}/2.0/user?loop=%20", answer.Header("Location"));
    }

    private Task<Answer> FaultyAsync(int status, string? retryAfter)
    {
        string mark = $"?mark={Guid.NewGuid():N}";
        sandbox.Server.Faults.Add(new() { Kind = SandboxFaultKind.Status, PathContains = mark, Status = status, RetryAfter = retryAfter });
        return sandbox.GetAsync(FaultFixture.User + mark);
    }
}
