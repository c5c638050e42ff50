using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public class ApiTokenTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string NotSupported = "Token is invalid, expired, or not supported for this endpoint.";
    private const string Branches = "/2.0/repositories/demo/website/refs/branches";
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData("demo@example.org", HttpStatusCode.OK)]
    [InlineData("Demo@Example.org", HttpStatusCode.OK)]
    [InlineData("demo", HttpStatusCode.Unauthorized)]
    [InlineData("asha@example.org", HttpStatusCode.Unauthorized)]
    [InlineData("x-bitbucket-api-token-auth", HttpStatusCode.Unauthorized)]
    [InlineData("x-token-auth", HttpStatusCode.Unauthorized)]
    [InlineData("", HttpStatusCode.Unauthorized)]
    public async Task Only_the_address_goes_with_it(string user, HttpStatusCode expected)
    {
        Answer answer = await sandbox.SendAsync("GET", "/2.0/user", SandboxFixture.BasicHeader(user, sandbox.Server.IssueApiToken(s_hour).Token));

        Assert.Equal(expected, answer.Status);
        if (expected is HttpStatusCode.Unauthorized)
        {
            Assert.Equal(NotSupported, answer.Message);
        }
    }

    [Fact]
    public async Task Nothing_else_is_a_password_and_it_is_no_bearer()
    {
        string[] headers =
        [
            SandboxFixture.BasicHeader("demo@example.org", "ATBBsomethingThatWasAnAppPassword"),
            SandboxFixture.BasicHeader("demo", "ATBBsomethingThatWasAnAppPassword"),
            SandboxFixture.BasicHeader("demo@example.org", sandbox.Server.IssueAccessToken(s_hour)),
            SandboxFixture.BasicHeader("demo@example.org", sandbox.Server.IssueRepositoryToken("demo", "website", s_hour)),
            "Bearer " + sandbox.Server.IssueApiToken(s_hour).Token,
        ];
        foreach (string header in headers)
        {
            Answer answer = await sandbox.SendAsync("GET", "/2.0/user", header);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
            Assert.Equal(NotSupported, answer.Message);
        }
    }

    [Fact]
    public async Task Several_are_good_at_once()
    {
        SandboxApiToken[] tokens = [sandbox.Server.ApiToken, sandbox.Server.IssueApiToken(s_hour), sandbox.Server.IssueApiToken(s_hour)];

        foreach (SandboxApiToken token in tokens)
        {
            Answer answer = await sandbox.SendAsync("GET", "/2.0/user", SandboxFixture.BasicHeader(token));
            Assert.Equal("demo", (string?)answer.Json["username"]);
        }
    }

    [Theory]
    [InlineData("/2.0/user", "read:user:bitbucket")]
    [InlineData("/2.0/user/workspaces", "read:workspace:bitbucket")]
    [InlineData("/2.0/workspaces/demo", "read:workspace:bitbucket")]
    [InlineData("/2.0/repositories/demo", "read:repository:bitbucket")]
    [InlineData("/2.0/repositories/demo/website", "read:repository:bitbucket")]
    [InlineData(Branches, "read:repository:bitbucket")]
    [InlineData(Branches + "/main", "read:repository:bitbucket")]
    [InlineData("/1.0/repositories/demo/website/branches", "read:repository:bitbucket")]
    public async Task Reading_needs_the_one_scope(string path, string scope)
    {
        string[] others = [.. GranularScopes.All.Where(other => !other.Equals(scope, StringComparison.Ordinal)), "admin:repository:bitbucket", "write:user:bitbucket"];

        Assert.Equal(HttpStatusCode.OK, (await SendAsync("GET", path, [scope])).Status);
        Answer refused = await SendAsync("GET", path, others);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal("Your credentials lack one or more required privilege scopes.", refused.Message);
        Assert.Equal([scope], refused.Scopes.Required);
        Assert.Equal(others, refused.Scopes.Granted);
    }

    [Theory]
    [InlineData("write:repository:bitbucket")]
    [InlineData("read:repository:bitbucket")]
    public async Task Creating_a_branch_needs_both_scopes(string one)
    {
        Answer refused = await SendAsync("POST", Branches, [one]);

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal(["write:repository:bitbucket", "read:repository:bitbucket"], refused.Scopes.Required);
    }

    [Fact]
    public async Task Branch_is_created_with_both_and_deleted_with_one()
    {
        Assert.Equal(HttpStatusCode.Created, (await SendAsync("POST", Branches, ["write:repository:bitbucket", "read:repository:bitbucket"])).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync("DELETE", Branches + "/granular", ["read:repository:bitbucket"])).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync("DELETE", Branches + "/granular", ["write:repository:bitbucket"])).Status);
    }

    // The description names no scope of theirs for these, and does not list them among what may be used.
    [Theory]
    [InlineData("PUT", "/2.0/repositories/demo/website/properties/app/token")]
    [InlineData("DELETE", "/2.0/repositories/demo/website/pullrequests/1/properties/app/token")]
    [InlineData("DELETE", "/2.0/repositories/demo/website/commit/main/properties/app/token")]
    [InlineData("PUT", "/2.0/users/1/properties/app/token")]
    public async Task Operation_without_scopes_of_its_kind_does_not_take_it(string method, string path)
    {
        Answer answer = await sandbox.SendAsync(method, path, SandboxFixture.BasicHeader(sandbox.Server.ApiToken));

        Assert.Equal((HttpStatusCode.Unauthorized, NotSupported), (answer.Status, answer.Message));
        Assert.Equal(HttpStatusCode.OK, (await sandbox.SendAsync("GET", "/2.0/hook_events", SandboxFixture.BasicHeader(sandbox.Server.ApiToken))).Status);
    }

    [Fact]
    public async Task Token_of_every_scope_does_everything()
    {
        string header = SandboxFixture.BasicHeader(sandbox.Server.ApiToken);

        foreach (string path in new[] { "/2.0/user", "/2.0/user/workspaces", "/2.0/workspaces/demo", Branches })
        {
            Assert.Equal(HttpStatusCode.OK, (await sandbox.SendAsync("GET", path, header)).Status);
        }
    }

    private Task<Answer> SendAsync(string method, string path, string[] scopes)
    {
        string header = SandboxFixture.BasicHeader(sandbox.Server.IssueApiToken(s_hour, scopes));
        string json = """{"name": "granular", "target": {"hash": "main"}}""";
        return sandbox.SendAsync(method, path, header, method is "POST" ? SandboxFixture.Json(json) : null);
    }
}
