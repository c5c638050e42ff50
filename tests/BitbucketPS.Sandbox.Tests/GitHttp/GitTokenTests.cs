using System.Net;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>Git with the tokens of things, and with API tokens of few scopes.</summary>
public class GitTokenTests(GitFixture sandbox) : IClassFixture<GitFixture>
{
    private const string AccessTokenUser = "x-token-auth";
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Repository_token_reaches_its_repository_alone()
    {
        string token = sandbox.Server.IssueRepositoryToken("demo", "website", s_hour, "repository");

        Assert.Equal(HttpStatusCode.OK, await AskAsync("demo/website", "git-upload-pack", AccessTokenUser, token));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync("demo/api", "git-upload-pack", AccessTokenUser, token));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync("demo/docs", "git-upload-pack", AccessTokenUser, token));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync("demo/website", "git-receive-pack", AccessTokenUser, token));
    }

    [Fact]
    public async Task Project_token_reaches_the_repositories_of_its_project()
    {
        string token = sandbox.Server.IssueProjectToken("demo", "WEB", s_hour);

        Assert.Equal(HttpStatusCode.OK, await AskAsync("demo/api", "git-receive-pack", AccessTokenUser, token));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync("demo/mobile-app", "git-upload-pack", AccessTokenUser, token));
    }

    [Fact]
    public async Task Workspace_token_reaches_all_of_its_workspace()
    {
        string token = sandbox.Server.IssueWorkspaceToken("demo", s_hour);

        Assert.Equal(HttpStatusCode.OK, await AskAsync("demo/mobile-app", "git-receive-pack", AccessTokenUser, token));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync("other/hidden", "git-upload-pack", AccessTokenUser, token));
    }

    [Fact]
    public async Task Repository_token_pushes()
    {
        string token = sandbox.Server.IssueRepositoryToken("demo", "api", s_hour, "repository:write");
        string folder = Path.GetRandomFileName();
        await sandbox.Git.RunAsync("clone", "--quiet", sandbox.Url("demo/api.git", AccessTokenUser, token), folder);
        await sandbox.Git.CommitAsync(folder, "token.txt", [1]);
        await sandbox.Git.RunAsync("-C", folder, "push", "--quiet", "origin", "HEAD:refs/heads/by-token");

        string pushed = await sandbox.Git.RunAsync("-C", folder, "rev-parse", "HEAD");
        Assert.Contains($"{pushed}\trefs/heads/by-token", await sandbox.GitBranchesAsync("api"));
    }

    [Theory]
    [InlineData("x-bitbucket-api-token-auth")]
    [InlineData("demo")]
    public async Task Api_token_fetches_and_pushes_with_a_scope_for_each(string user)
    {
        string reads = sandbox.Server.IssueApiToken(s_hour, "read:repository:bitbucket").Token;
        string writes = sandbox.Server.IssueApiToken(s_hour, "write:repository:bitbucket").Token;

        Assert.Equal(HttpStatusCode.OK, await AskAsync("demo/website", "git-upload-pack", user, reads));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync("demo/website", "git-receive-pack", user, reads));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync("demo/website", "git-upload-pack", user, writes));
        Assert.Equal(HttpStatusCode.OK, await AskAsync("demo/website", "git-receive-pack", user, writes));
    }

    [Fact]
    public async Task Git_shows_which_scope_is_missing()
    {
        SandboxApiToken token = sandbox.Server.IssueApiToken(s_hour, "read:user:bitbucket");
        string error = await sandbox.Git.FailAsync("ls-remote", sandbox.Url("demo/website", "demo", token.Token));

        Assert.Contains("privilege scopes: read:repository:bitbucket.", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("demo@example.org")]
    [InlineData("asha")]
    [InlineData("x-token-auth")]
    public async Task Api_token_does_not_go_with_another_user_name(string user)
        => Assert.Equal(
            HttpStatusCode.Unauthorized,
            await AskAsync("demo/website", "git-upload-pack", user, sandbox.Server.IssueApiToken(s_hour).Token));

    [Theory]
    [InlineData("demo")]
    [InlineData("x-bitbucket-api-token-auth")]
    public async Task Access_token_does_not_go_with_another_user_name(string user)
        => Assert.Equal(
            HttpStatusCode.Unauthorized,
            await AskAsync("demo/website", "git-upload-pack", user, sandbox.Server.IssueRepositoryToken("demo", "website", s_hour)));

    [Fact]
    public async Task Expired_and_revoked_tokens_are_none()
    {
        string access = sandbox.Server.IssueRepositoryToken("demo", "website", TimeSpan.Zero);
        string api = sandbox.Server.IssueApiToken(TimeSpan.Zero).Token;
        string revoked = sandbox.Server.IssueApiToken(s_hour).Token;
        sandbox.Server.Revoke(revoked);

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync("demo/website", "git-upload-pack", AccessTokenUser, access));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync("demo/website", "git-upload-pack", "demo", api));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync("demo/website", "git-upload-pack", "demo", revoked));
    }

    private async Task<HttpStatusCode> AskAsync(string repository, string service, string user, string password)
        => (await sandbox.SendAsync("GET", $"/{repository}.git/info/refs?service={service}", SandboxFixture.BasicHeader(user, password))).Status;
}
