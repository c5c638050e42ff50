using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public class CredentialTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string NotSupported = "Token is invalid, expired, or not supported for this endpoint.";

    [Fact]
    public async Task Bearer_token_says_what_it_is_and_may()
    {
        string bearer = "Bearer " + sandbox.Server.IssueAccessToken(TimeSpan.FromHours(1), "account", "repository:write");
        Answer answer = await sandbox.SendAsync("GET", "/2.0/repositories/demo", bearer);

        Assert.Equal("oauth2", answer.Headers.GetValues("X-Credential-Type").Single());
        Assert.Equal("account, repository:write", answer.Headers.GetValues("X-OAuth-Scopes").Single());
        Assert.Equal("repository", answer.Headers.GetValues("X-Accepted-OAuth-Scopes").Single());
    }

    [Fact]
    public async Task Api_token_goes_with_the_address()
    {
        Answer answer = await sandbox.SendAsync("GET", "/2.0/user", SandboxFixture.BasicHeader(sandbox.Server.ApiToken));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("api_token", answer.Headers.GetValues("X-Credential-Type").Single());
    }

    [Fact]
    public async Task Api_token_does_not_go_with_the_user_name_or_as_bearer()
    {
        string token = sandbox.Server.ApiToken.Token;

        foreach (string header in new[] { SandboxFixture.BasicHeader("demo", token), SandboxFixture.BasicHeader("demo@example.org", "wrong"), "Bearer " + token })
        {
            Answer answer = await sandbox.SendAsync("GET", "/2.0/user", header);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
            Assert.Equal(NotSupported, answer.Message);
            Assert.StartsWith("OAuth", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Bearer nothing")]
    [InlineData("Bearer")]
    [InlineData("Basic ***")]
    [InlineData("Digest a=\"b\"")]
    public async Task Credential_that_is_none_is_refused_even_where_none_is_needed(string header)
        => Assert.Equal(HttpStatusCode.Unauthorized, (await sandbox.SendAsync("GET", "/2.0/repositories/demo/docs", header)).Status);

    [Theory]
    [InlineData("/2.0/user")]
    [InlineData("/2.0/user/workspaces")]
    [InlineData("/2.0/repositories/demo/website")]
    [InlineData("/2.0/repositories/demo/website/refs/branches")]
    [InlineData("/1.0/repositories/demo/website/branches")]
    public async Task Private_things_need_a_credential(string path)
    {
        Answer answer = await sandbox.SendAsync("GET", path);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("error", (string?)answer.Json["type"]);
    }

    [Fact]
    public async Task Token_without_the_account_scope_cannot_read_the_user()
    {
        string bearer = "Bearer " + sandbox.Server.IssueAccessToken(TimeSpan.FromHours(1), "repository:write");

        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.SendAsync("GET", "/2.0/user", bearer)).Status);
        Assert.Equal(HttpStatusCode.OK, (await sandbox.SendAsync("GET", "/2.0/repositories/demo", bearer)).Status);
    }

    [Theory]
    [InlineData("/2.0/surprise")]
    [InlineData("/2.0/user/")]
    [InlineData("/2.0//user")]
    [InlineData("/2.0/repositories/demo/website/refs/branches/")]
    public async Task Unknown_path_is_bitbuckets_404(string path)
    {
        Answer answer = await sandbox.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("There is no API hosted at this URL.", answer.Message);
    }

    [Fact]
    public async Task Wrong_method_is_refused()
    {
        Answer answer = await sandbox.DeleteAsync("/2.0/user");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Equal("Method not allowed", answer.Message);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("192.168.0.1")]
    public async Task Foreign_host_is_refused(string host)
    {
        Answer answer = await sandbox.SendAsync("GET", "/2.0/user", sandbox.Bearer, host: host);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.Status);
    }

    [Fact]
    public async Task Requests_are_logged_before_they_are_answered()
    {
        int before = sandbox.Server.Requests.Count;

        await sandbox.GetAsync("/2.0/user?log=test");

        SandboxRequest logged = Assert.Single(sandbox.Server.Requests.Skip(before), request => request.Target is "/2.0/user?log=test");
        Assert.Equal((400, "demo"), (logged.Status, logged.Account));
        Assert.Contains("no such parameter", logged.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_do_not_print()
    {
        Assert.Equal(sandbox.Server.Consumer.Key, sandbox.Server.Consumer.ToString());
        Assert.Equal(sandbox.Server.ApiToken.Email, sandbox.Server.ApiToken.ToString());
    }
}
