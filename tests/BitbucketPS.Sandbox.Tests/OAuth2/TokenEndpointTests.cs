using System.Net;
using System.Text;

namespace BitbucketPS.Sandbox.Tests;

public class TokenEndpointTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Path = "/site/oauth2/access_token";

    private OAuth2Client Client => new(sandbox);

    [Theory]
    [InlineData("password", "Unsupported grant type: password")]
    [InlineData("implicit", "Unsupported grant type: implicit")]
    [InlineData("urn:bitbucket:oauth2:jwt", "Unsupported grant type: urn:bitbucket:oauth2:jwt")]
    [InlineData(null, "Unsupported grant type: None")]
    public async Task Other_grants_are_refused(string? grantType, string description)
        => AssertRefused(await Client.TokenAsync(("grant_type", grantType)), "unsupported_grant_type", description);

    [Theory]
    [InlineData("application/json", """{"grant_type": "client_credentials"}""")]
    [InlineData("text/plain", "grant_type=client_credentials")]
    public async Task Body_that_is_no_form_has_no_grant_type(string type, string body)
    {
        Answer answer = await sandbox.SendAsync("POST", Path, Client.Basic, new StringContent(body, Encoding.UTF8, type));

        AssertRefused(answer, "unsupported_grant_type", "Unsupported grant type: None");
    }

    [Fact]
    public async Task Query_does_not_count()
    {
        Answer answer = await sandbox.SendAsync("POST", Path + "?grant_type=client_credentials", Client.Basic, SandboxFixture.Form(""));

        AssertRefused(answer, "unsupported_grant_type", "Unsupported grant type: None");
    }

    [Fact]
    public async Task Client_may_stand_in_the_form()
    {
        Answer answer = await new OAuth2Client(sandbox) { Basic = "" }.TokenAsync(
            ("grant_type", "client_credentials"), ("client_id", sandbox.Server.Consumer.Key), ("client_secret", sandbox.Server.Consumer.Secret));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Basic ***")]
    [InlineData("Basic OnNlY3JldA==")]
    [InlineData("Bearer nothing")]
    public async Task Wrong_client_is_refused(string header)
        => AssertRefused(
            await new OAuth2Client(sandbox) { Basic = header }.TokenAsync(("grant_type", "client_credentials")),
            "unauthorized_client",
            "Requests must be authenticated using OAuth client credentials");

    [Theory]
    [InlineData("wrong", null)]
    [InlineData("wrong", "wrong")]
    [InlineData(null, "wrong")]
    [InlineData(null, null)]
    public async Task Wrong_client_in_the_form_is_refused(string? id, string? secret)
    {
        Answer answer = await new OAuth2Client(sandbox) { Basic = "" }.TokenAsync(
            ("grant_type", "client_credentials"),
            ("client_id", id ?? sandbox.Server.Consumer.Key),
            ("client_secret", secret));

        AssertRefused(answer, "unauthorized_client", "Requests must be authenticated using OAuth client credentials");
    }

    [Fact]
    public async Task Client_in_the_form_must_not_be_another_one_than_in_the_header()
        => AssertRefused(
            await Client.TokenAsync(("grant_type", "client_credentials"), ("client_id", "wrong")),
            "unauthorized_client",
            "Requests must be authenticated using OAuth client credentials");

    [Theory]
    [InlineData("grant_type=client_credentials&grant_type=client_credentials")]
    [InlineData("grant_type=%FF")]
    public async Task Form_that_cannot_be_read_is_refused(string form)
    {
        Answer answer = await sandbox.SendAsync("POST", Path, Client.Basic, SandboxFixture.Form(form));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("invalid_request", (string?)answer.Json["error"]);
    }

    [Fact]
    public async Task Get_gives_nothing()
    {
        Answer answer = await sandbox.SendAsync("GET", Path, Client.Basic);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Equal("invalid_request", (string?)answer.Json["error"]);
    }

    private static void AssertRefused(Answer answer, string error, string description)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal((error, description), ((string?)answer.Json["error"], (string?)answer.Json["error_description"]));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }
}
