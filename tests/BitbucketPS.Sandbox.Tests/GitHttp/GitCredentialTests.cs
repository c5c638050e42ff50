using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public class GitCredentialTests(GitFixture sandbox) : IClassFixture<GitFixture>
{
    private const string Advertisement = "/demo/website.git/info/refs?service=git-upload-pack";

    [Theory]
    [InlineData("x-bitbucket-api-token-auth")]
    [InlineData("demo")]
    public async Task Api_token_goes_with_either_user_name(string user)
        => Assert.NotEmpty(await sandbox.Git.RunAsync("ls-remote", sandbox.Url("demo/website", user, sandbox.Server.ApiToken.Token)));

    [Fact]
    public async Task Access_token_goes_with_its_user_name()
        => Assert.NotEmpty(await sandbox.Git.RunAsync("ls-remote", sandbox.Url("demo/website", "x-token-auth", sandbox.AccessToken("repository"))));

    [Theory]
    [InlineData("demo@example.org")]
    [InlineData("x-token-auth")]
    [InlineData("asha")]
    [InlineData("nobody")]
    [InlineData("")]
    public async Task Api_token_does_not_go_with_another_user_name(string user)
        => await AssertRefusedAsync(user, sandbox.Server.ApiToken.Token);

    [Theory]
    [InlineData("demo")]
    [InlineData("x-bitbucket-api-token-auth")]
    [InlineData("demo@example.org")]
    public async Task Access_token_does_not_go_with_another_user_name(string user)
        => await AssertRefusedAsync(user, sandbox.AccessToken());

    [Theory]
    [InlineData("x-token-auth")]
    [InlineData("x-bitbucket-api-token-auth")]
    [InlineData("demo")]
    public async Task Wrong_password_is_refused(string user) => await AssertRefusedAsync(user, "wrong");

    [Fact]
    public async Task Expired_token_is_refused()
    {
        string token = sandbox.Server.IssueAccessToken(TimeSpan.FromSeconds(-1));

        Assert.Contains("expired", (await AssertRefusedAsync("x-token-auth", token)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Git_shows_why_a_credential_is_refused()
    {
        string error = await sandbox.Git.FailAsync("clone", sandbox.Url("demo/website", "demo@example.org", sandbox.Server.ApiToken.Token), "refused");

        Assert.Contains("remote: The user name for git is x-token-auth", error, StringComparison.Ordinal);
        Assert.Contains("Authentication failed", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Basic")]
    [InlineData("Basic ***")]
    [InlineData("Basic ZGVtbw==")]
    [InlineData("Basic /zo=")]
    [InlineData("OAuth oauth_token=\"a\"")]
    public async Task Header_that_is_no_pair_is_refused(string header)
        => Assert.Equal(HttpStatusCode.Unauthorized, (await sandbox.SendAsync("GET", Advertisement, header)).Status);

    [Fact]
    public async Task Access_token_is_no_bearer_for_git()
        => Assert.Equal(HttpStatusCode.Unauthorized, (await sandbox.SendAsync("GET", Advertisement, sandbox.Bearer)).Status);

    [Theory]
    [InlineData("/demo/website.git")]
    [InlineData("/demo/nothing")]
    [InlineData("/other/hidden.git")]
    public async Task Without_a_credential_private_and_unknown_repositories_look_alike(string repository)
    {
        Answer answer = await sandbox.SendAsync("GET", repository + "/info/refs?service=git-upload-pack");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("Basic realm=\"Bitbucket\"", answer.Headers.WwwAuthenticate.ToString());
        Assert.StartsWith("You must be authenticated", answer.Text, StringComparison.Ordinal);
        Assert.Equal("text/plain", answer.MediaType);
    }

    [Theory]
    [InlineData("demo/nothing.git")]
    [InlineData("other/hidden.git")]
    [InlineData("other/hidden")]
    [InlineData("nobody/website")]
    [InlineData("demo/.git")]
    public async Task Repository_out_of_reach_is_not_found(string path)
    {
        string error = await sandbox.Git.FailAsync("clone", sandbox.Url(path), "nothing");

        Assert.Contains("remote: Repository not found.", error, StringComparison.Ordinal);
        Assert.Contains("' not found", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Public_repository_needs_no_credential_for_reading()
    {
        Assert.NotEmpty(await sandbox.Git.RunAsync("ls-remote", sandbox.Url("demo/docs.git", user: null)));
        await sandbox.Git.RunAsync("clone", "--quiet", sandbox.Url("demo/docs", user: null), Path.GetRandomFileName());
    }

    [Fact]
    public async Task Wrong_credential_is_refused_even_where_none_is_needed()
        => await AssertRefusedAsync("demo", "wrong", "/demo/docs/info/refs?service=git-upload-pack");

    [Fact]
    public async Task Reading_needs_its_scope()
    {
        string error = await sandbox.Git.FailAsync("ls-remote", sandbox.Url("demo/website", "x-token-auth", sandbox.AccessToken("account")));

        Assert.Contains("privilege scopes: repository.", error, StringComparison.Ordinal);
        Assert.Contains("403", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_has_no_credentials()
    {
        string token = sandbox.AccessToken();
        await sandbox.Git.RunAsync("ls-remote", sandbox.Url("demo/website.git", "x-token-auth", token));

        Assert.Contains(sandbox.Server.Requests, request => request is { Method: "GET", Target: Advertisement, Status: 200 });
        Assert.DoesNotContain(sandbox.Server.Requests, request => request.ToString().Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Log_has_no_address_with_a_password()
    {
        await sandbox.ExchangeAsync(
            $"GET http://demo:hunter2@127.0.0.1:{sandbox.Server.BaseAddress.Port}/demo/docs/info/refs?service=git-upload-pack HTTP/1.1\r\n"
            + $"Host: 127.0.0.1:{sandbox.Server.BaseAddress.Port}\r\nConnection: close\r\n\r\n");

        Assert.Contains(sandbox.Server.Requests, request => request is { Target: "***?service=git-upload-pack", Status: 400 });
        Assert.DoesNotContain(sandbox.Server.Requests, request => request.Target.Contains("hunter2", StringComparison.Ordinal));
    }

    private async Task<Answer> AssertRefusedAsync(string user, string password, string target = Advertisement)
    {
        Answer answer = await sandbox.SendAsync("GET", target, SandboxFixture.BasicHeader(user, password));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("Basic realm=\"Bitbucket\"", answer.Headers.WwwAuthenticate.ToString());
        return answer;
    }
}
