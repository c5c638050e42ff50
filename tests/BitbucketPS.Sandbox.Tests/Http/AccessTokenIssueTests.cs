using System.Net;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>Which tokens can exist, and how they end.</summary>
public class AccessTokenIssueTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string NotSupported = "Token is invalid, expired, or not supported for this endpoint.";
    private const string Website = "/2.0/repositories/demo/website";
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    [Fact]
    public void Tokens_look_like_bitbuckets()
    {
        Assert.StartsWith("ATCTT3", sandbox.Server.IssueRepositoryToken("demo", "website", s_hour), StringComparison.Ordinal);
        Assert.StartsWith("ATCTT3", sandbox.Server.IssueProjectToken("demo", "WEB", s_hour), StringComparison.Ordinal);
        Assert.StartsWith("ATCTT3", sandbox.Server.IssueWorkspaceToken("demo", s_hour), StringComparison.Ordinal);
        Assert.StartsWith("ATATT3", sandbox.Server.IssueApiToken(s_hour).Token, StringComparison.Ordinal);
        Assert.StartsWith("ATATT3", sandbox.Server.ApiToken.Token, StringComparison.Ordinal);
    }

    [Fact]
    public void Repository_is_found_by_uuid_and_the_project_in_any_case()
    {
        sandbox.Server.IssueRepositoryToken(
            StableId.Uuid("workspace", "demo"), StableId.Uuid("repository", "demo/website"), s_hour);
        sandbox.Server.IssueProjectToken("DEMO", "web", s_hour);
    }

    [Fact]
    public void What_does_not_exist_has_no_tokens()
    {
        Assert.Throws<ArgumentException>("slug", () => sandbox.Server.IssueRepositoryToken("demo", "nothing", s_hour));
        Assert.Throws<ArgumentException>("slug", () => sandbox.Server.IssueRepositoryToken("other", "website", s_hour));
        Assert.Throws<ArgumentException>("projectKey", () => sandbox.Server.IssueProjectToken("demo", "SEC", s_hour));
        Assert.Throws<ArgumentException>("workspace", () => sandbox.Server.IssueProjectToken("nothing", "WEB", s_hour));
        Assert.Throws<ArgumentException>("workspace", () => sandbox.Server.IssueWorkspaceToken("nothing", s_hour));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("project")]
    [InlineData("issue")]
    [InlineData("read:repository:bitbucket")]
    [InlineData("Repository")]
    [InlineData("")]
    public void Repository_token_cannot_hold(string scope)
    {
        ArgumentException e = Assert.Throws<ArgumentException>(
            "scopes", () => sandbox.Server.IssueRepositoryToken("demo", "website", s_hour, "repository", scope));
        Assert.StartsWith($"A repository access token cannot hold {scope}.", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("project:admin")]
    [InlineData("snippet")]
    public void Project_token_cannot_hold(string scope)
        => Assert.Throws<ArgumentException>("scopes", () => sandbox.Server.IssueProjectToken("demo", "WEB", s_hour, scope));

    [Theory]
    [InlineData("account:write")]
    [InlineData("email")]
    [InlineData("snippet")]
    public void Workspace_token_cannot_hold(string scope)
        => Assert.Throws<ArgumentException>("scopes", () => sandbox.Server.IssueWorkspaceToken("demo", s_hour, scope));

    [Theory]
    [InlineData("repository")]
    [InlineData("read:pullrequests:bitbucket")]
    [InlineData("delete:user:bitbucket")]
    public void Api_token_cannot_hold(string scope)
        => Assert.Throws<ArgumentException>("scopes", () => sandbox.Server.IssueApiToken(s_hour, scope));

    [Fact]
    public void Api_token_lives_a_year_at_most()
    {
        sandbox.Server.IssueApiToken(TimeSpan.FromDays(365));
        Assert.Throws<ArgumentOutOfRangeException>(
            "lifetime", () => sandbox.Server.IssueApiToken(TimeSpan.FromDays(365) + TimeSpan.FromTicks(1)));
    }

    [Fact]
    public async Task Project_scope_includes_reading_repositories()
    {
        string token = sandbox.Server.IssueProjectToken("demo", "WEB", s_hour, "project");

        Assert.Equal(HttpStatusCode.OK, (await sandbox.SendAsync("GET", Website, "Bearer " + token)).Status);
    }

    [Fact]
    public async Task Admin_scope_includes_nothing()
    {
        string token = sandbox.Server.IssueRepositoryToken("demo", "website", s_hour, "repository:admin");
        Answer answer = await sandbox.SendAsync("GET", Website, "Bearer " + token);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(["repository"], answer.Scopes.Required);
        Assert.Equal(["repository:admin"], answer.Scopes.Granted);
    }

    [Fact]
    public async Task Only_what_can_be_refreshed_says_so_when_it_expires()
    {
        string[] tokens =
        [
            sandbox.Server.IssueRepositoryToken("demo", "website", s_hour),
            sandbox.Server.IssueProjectToken("demo", "WEB", s_hour),
            sandbox.Server.IssueWorkspaceToken("demo", s_hour),
        ];
        string[] headers = [.. tokens.Select(token => "Bearer " + token), SandboxFixture.BasicHeader(sandbox.Server.IssueApiToken(s_hour))];
        string refreshable = "Bearer " + sandbox.Server.IssueAccessToken(s_hour);

        sandbox.Clock.Advance(s_hour - TimeSpan.FromTicks(1));
        foreach (string header in headers.Append(refreshable))
        {
            Assert.Equal(HttpStatusCode.OK, (await sandbox.SendAsync("GET", Website, header)).Status);
        }

        sandbox.Clock.Advance(TimeSpan.FromTicks(1));
        foreach (string header in headers)
        {
            await AssertRefusedAsync(header, NotSupported);
        }

        await AssertRefusedAsync(refreshable, "Access token expired. Use your refresh token to obtain a new access token.");
    }

    [Fact]
    public async Task Revoked_token_is_none()
    {
        SandboxApiToken api = sandbox.Server.IssueApiToken(s_hour);
        string[] tokens =
        [
            sandbox.Server.IssueRepositoryToken("demo", "website", s_hour),
            sandbox.Server.IssueProjectToken("demo", "WEB", s_hour),
            sandbox.Server.IssueWorkspaceToken("demo", s_hour),
            sandbox.Server.IssueAccessToken(s_hour),
            api.Token,
        ];
        string other = "Bearer " + sandbox.Server.IssueRepositoryToken("demo", "website", s_hour);
        foreach (string token in tokens)
        {
            string header = ReferenceEquals(token, api.Token) ? SandboxFixture.BasicHeader(api) : "Bearer " + token;
            Assert.Equal(HttpStatusCode.OK, (await sandbox.SendAsync("GET", Website, header)).Status);
            Assert.True(sandbox.Server.Revoke(token));
            await AssertRefusedAsync(header, NotSupported);
            Assert.False(sandbox.Server.Revoke(token));
        }

        Assert.False(sandbox.Server.Revoke("nothing"));
        Assert.Equal(HttpStatusCode.OK, (await sandbox.SendAsync("GET", Website, other)).Status);
    }

    private async Task AssertRefusedAsync(string header, string message)
    {
        Answer answer = await sandbox.SendAsync("GET", Website, header);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal(message, answer.Message);
    }
}
