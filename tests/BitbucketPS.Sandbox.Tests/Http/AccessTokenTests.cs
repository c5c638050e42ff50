using System.Net;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>What the access tokens of repositories, projects and workspaces reach.</summary>
public class AccessTokenTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData("repository", "Website")]
    [InlineData("project", "API", "Docs", "Website")]
    [InlineData("workspace", "API", "Docs", "Mobile app", "Website")]
    public async Task List_of_repositories_ends_where_the_token_does(string kind, params string[] names)
    {
        string token = Issue(kind);

        Assert.Equal(names, (await GetAsync(token, "/2.0/repositories/demo?sort=name")).Names);
        Assert.Equal(names, (await GetAsync(token, "/2.0/repositories/demo?sort=name&role=member")).Names);
        Assert.Equal(names.Length, (int?)(await GetAsync(token, "/2.0/repositories/demo")).Json["size"]);
    }

    [Theory]
    [InlineData("repository", "website")]
    [InlineData("project", "website", "api", "docs")]
    [InlineData("workspace", "website", "api", "docs", "mobile-app")]
    public async Task Repository_outside_is_not_there_even_if_all_others_may_read_it(string kind, params string[] slugs)
    {
        string token = Issue(kind);

        foreach (string slug in new[] { "website", "api", "docs", "mobile-app" })
        {
            HttpStatusCode expected = slugs.Contains(slug, StringComparer.Ordinal) ? HttpStatusCode.OK : HttpStatusCode.NotFound;
            Assert.Equal(expected, (await GetAsync(token, "/2.0/repositories/demo/" + slug)).Status);
            Assert.Equal(expected, (await GetAsync(token, $"/2.0/repositories/demo/{slug}/refs/branches")).Status);
            Assert.Equal(expected, (await GetAsync(token, $"/2.0/repositories/demo/{slug}/refs/branches/main")).Status);
            Assert.Equal(expected, (await GetAsync(token, $"/1.0/repositories/demo/{slug}/branches")).Status);
        }
    }

    [Theory]
    [InlineData("repository")]
    [InlineData("project")]
    [InlineData("workspace")]
    public async Task Other_workspace_is_not_there(string kind)
    {
        string token = Issue(kind);

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(token, "/2.0/repositories/other")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(token, "/2.0/repositories/other/hidden")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(token, "/2.0/workspaces/other")).Status);
    }

    [Theory]
    [InlineData("repository", HttpStatusCode.NotFound)]
    [InlineData("project", HttpStatusCode.NotFound)]
    [InlineData("workspace", HttpStatusCode.OK)]
    public async Task Workspace_is_seen_by_its_own_tokens(string kind, HttpStatusCode expected)
        => Assert.Equal(expected, (await GetAsync(Issue(kind), "/2.0/workspaces/demo")).Status);

    [Fact]
    public async Task Token_opens_what_the_demo_person_does_not_see()
    {
        string token = sandbox.Server.IssueRepositoryToken("other", "hidden", s_hour, "repository");

        Assert.Equal(["Hidden"], (await GetAsync(token, "/2.0/repositories/other")).Names);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(token, "/2.0/repositories/demo/website")).Status);
    }

    [Theory]
    [InlineData("repository")]
    [InlineData("project")]
    [InlineData("workspace")]
    public async Task Token_writes_inside_and_not_outside(string kind)
    {
        string bearer = "Bearer " + Issue(kind);
        string path = "/2.0/repositories/demo/website/refs/branches";

        Assert.Equal(HttpStatusCode.Created, (await CreateAsync(bearer, path, kind)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.SendAsync("DELETE", $"{path}/{kind}", bearer)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await CreateAsync(bearer, "/2.0/repositories/other/hidden/refs/branches", kind)).Status);
    }

    [Fact]
    public async Task Repository_token_does_not_write_to_the_repository_beside_it()
    {
        Answer answer = await CreateAsync("Bearer " + Issue("repository"), "/2.0/repositories/demo/docs/refs/branches", "new");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    [Theory]
    [InlineData("repository")]
    [InlineData("project")]
    public async Task User_cannot_be_read_without_the_account_scope(string kind)
    {
        foreach (string path in new[] { "/2.0/user", "/2.0/user/workspaces" })
        {
            Answer answer = await GetAsync(Issue(kind), path);

            Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
            Assert.Equal("Your credentials lack one or more required privilege scopes.", answer.Message);
            Assert.Equal(["account"], answer.Scopes.Required);
            Assert.Contains("repository:write", answer.Scopes.Granted);
            Assert.DoesNotContain("account", answer.Scopes.Granted);
        }
    }

    [Fact]
    public async Task Every_token_is_an_account_of_its_own()
    {
        Answer first = await GetAsync(Issue("workspace"), "/2.0/user");
        Answer second = await GetAsync(Issue("workspace"), "/2.0/user");

        Assert.Equal("app_user", (string?)first.Json["type"]);
        Assert.Equal("workspace_access_token", (string?)first.Json["kind"]);
        Assert.Null(first.Json["username"]);
        string[] ids = [.. new[] { first, second, await sandbox.GetAsync("/2.0/user") }.Select(user => (string)user.Json["uuid"]!)];
        Assert.Equal(3, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Workspace_token_lists_its_workspace_alone()
    {
        Answer answer = await GetAsync(Issue("workspace"), "/2.0/user/workspaces");

        Assert.Equal("demo", (string?)Assert.Single(answer.Json["values"]!.AsArray())!["workspace"]!["slug"]);
    }

    private Task<Answer> GetAsync(string token, string target) => sandbox.SendAsync("GET", target, "Bearer " + token);

    private Task<Answer> CreateAsync(string bearer, string path, string name)
        => sandbox.SendAsync("POST", path, bearer, SandboxFixture.Json($$$"""{"name": "{{{name}}}", "target": {"hash": "main"}}"""));

    private string Issue(string kind) => kind switch
    {
        "repository" => sandbox.Server.IssueRepositoryToken("demo", "website", s_hour),
        "project" => sandbox.Server.IssueProjectToken("demo", "WEB", s_hour),
        _ => sandbox.Server.IssueWorkspaceToken("demo", s_hour),
    };
}
