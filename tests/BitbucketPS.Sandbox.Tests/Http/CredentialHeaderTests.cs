using System.Net;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>What answers say about the credential, whether they are errors or not.</summary>
public class CredentialHeaderTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    private const string OfRepository =
        "repository, repository:write, repository:admin, repository:delete, pullrequest, pullrequest:write, webhook, "
        + "pipeline, pipeline:write, pipeline:variable, runner, runner:write";

    private const string Everything =
        "account, account:write, email, project, project:admin, snippet, snippet:write, " + OfRepository;

    private const string OfApiTokens =
        "read:repository:bitbucket, write:repository:bitbucket, admin:repository:bitbucket, delete:repository:bitbucket, "
        + "read:pullrequest:bitbucket, write:pullrequest:bitbucket, read:project:bitbucket, admin:project:bitbucket, "
        + "read:workspace:bitbucket, admin:workspace:bitbucket, read:user:bitbucket, write:user:bitbucket, "
        + "read:pipeline:bitbucket, write:pipeline:bitbucket, admin:pipeline:bitbucket, read:runner:bitbucket, write:runner:bitbucket, "
        + "read:webhook:bitbucket, write:webhook:bitbucket, delete:webhook:bitbucket, "
        + "read:snippet:bitbucket, write:snippet:bitbucket, delete:snippet:bitbucket, "
        + "read:ssh-key:bitbucket, write:ssh-key:bitbucket, delete:ssh-key:bitbucket, "
        + "read:gpg-key:bitbucket, write:gpg-key:bitbucket, delete:gpg-key:bitbucket, "
        + "read:permission:bitbucket, write:permission:bitbucket, delete:permission:bitbucket";

    [Theory]
    [InlineData("oauth1", Everything)]
    [InlineData("oauth2", Everything)]
    [InlineData("repo_access_token", OfRepository)]
    [InlineData("project_access_token", "project, " + OfRepository)]
    [InlineData("workspace_access_token", "account, project, project:admin, " + OfRepository)]
    [InlineData("api_token", OfApiTokens)]
    public async Task Every_kind_says_what_it_is_and_may(string type, string scopes)
    {
        string target = "/2.0/repositories/demo/website";
        Answer answer = await sandbox.SendAsync("GET", target, Header(type, target));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(type, answer.Header("X-Credential-Type"));
        Assert.Equal(Sorted(scopes), Sorted(answer.Header("X-OAuth-Scopes")));
        Assert.Equal(type is "api_token" ? "read:repository:bitbucket" : "repository", answer.Header("X-Accepted-OAuth-Scopes"));
    }

    [Theory]
    [InlineData("GET", "/2.0/user?surprise=1", 400, "account")]
    [InlineData("GET", "/2.0/repositories/{demo}", 400, "repository")]
    [InlineData("GET", "/2.0/repositories/demo/nothing", 404, "repository")]
    [InlineData("GET", "/2.0/repositories/demo/website/refs/branches/nothing", 404, "repository")]
    [InlineData("GET", "/2.0/surprise", 404, "")]
    [InlineData("DELETE", "/2.0/user", 405, "")]
    [InlineData("GET", "/1.0/surprise", 410, "")]
    [InlineData("DELETE", "/2.0/repositories/demo/website/refs/branches/main", 400, "repository:write")]
    public async Task Errors_say_it_too(string method, string target, int status, string accepted)
    {
        Answer answer = await sandbox.SendAsync(method, target, sandbox.Bearer);

        Assert.Equal(status, (int)answer.Status);
        Assert.Equal("oauth2", answer.Header("X-Credential-Type"));
        Assert.Equal(Sorted(Everything), Sorted(answer.Header("X-OAuth-Scopes")));
        Assert.Equal(accepted, answer.Header("X-Accepted-OAuth-Scopes"));
    }

    [Theory]
    [InlineData("repo_access_token", "account")]
    [InlineData("api_token", "read:user:bitbucket")]
    public async Task Refusal_for_a_scope_says_it_too(string type, string accepted)
    {
        string header = type is "api_token"
            ? SandboxFixture.BasicHeader(sandbox.Server.IssueApiToken(s_hour, "read:issue:bitbucket"))
            : Header(type, "/2.0/user");
        Answer answer = await sandbox.SendAsync("GET", "/2.0/user", header);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(type, answer.Header("X-Credential-Type"));
        Assert.Equal(accepted, answer.Header("X-Accepted-OAuth-Scopes"));
        Assert.Equal(string.Join(", ", answer.Scopes.Granted), answer.Header("X-OAuth-Scopes"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer nothing")]
    public async Task Nobody_has_no_kind_and_learns_what_is_needed(string? header)
    {
        Answer answer = await sandbox.SendAsync("GET", "/2.0/user", header);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("account", answer.Header("X-Accepted-OAuth-Scopes"));
        Assert.False(answer.Headers.Contains("X-Credential-Type"));
        Assert.False(answer.Headers.Contains("X-OAuth-Scopes"));
    }

    [Fact]
    public async Task Wrong_credential_is_refused_before_the_path_is_looked_at()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await sandbox.SendAsync("GET", "/2.0/surprise", "Bearer nothing")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.SendAsync("GET", "/surprise", "Bearer nothing")).Status);
    }

    private string Header(string type, string target) => type switch
    {
        "oauth1" => sandbox.Signer().Header("GET", sandbox.Origin + target),
        "oauth2" => sandbox.Bearer,
        "repo_access_token" => "Bearer " + sandbox.Server.IssueRepositoryToken("demo", "website", s_hour),
        "project_access_token" => "Bearer " + sandbox.Server.IssueProjectToken("demo", "WEB", s_hour),
        "workspace_access_token" => "Bearer " + sandbox.Server.IssueWorkspaceToken("demo", s_hour),
        _ => SandboxFixture.BasicHeader(sandbox.Server.ApiToken),
    };

    private static string[] Sorted(string scopes) => [.. scopes.Split(", ").Order(StringComparer.Ordinal)];
}
