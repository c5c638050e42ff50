using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class RepositoryWriteTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task New_repository_is_private_empty_and_in_the_oldest_project()
    {
        Answer made = await sandbox.SendAsync("POST", "/2.0/repositories/demo/plain", sandbox.Bearer, SandboxFixture.Json("{}"));

        Assert.Equal(HttpStatusCode.OK, made.Status);
        JsonNode read = (await sandbox.GetAsync("/2.0/repositories/demo/plain")).Json;
        Assert.Equal("plain", (string?)read["name"]);
        Assert.True((bool)read["is_private"]!);
        Assert.Null(read["mainbranch"]);
        Assert.Equal("WEB", (string?)read["project"]!["key"]);
        Assert.Equal("no_public_forks", (string?)read["fork_policy"]);
        Assert.Empty(await Git.BranchesAsync(sandbox.Server.RepositoryPath("demo", "plain")));
        Assert.Equal("Dana Demo", (string?)(await sandbox.GetAsync("/2.0/repositories/demo/plain/watchers")).Json["values"]![0]!["display_name"]);
        Assert.Equal(HttpStatusCode.OK, (await sandbox.GetAsync("/2.0/repositories/demo/plain/branching-model")).Status);
    }

    [Fact]
    public async Task New_repository_is_what_the_request_says()
    {
        Answer made = await sandbox.PostAsync("/2.0/repositories/demo/said", """
            {"type": "repository", "scm": "git", "name": "As said", "description": "Said", "is_private": false, "fork_policy": "no_forks",
             "language": "C#", "has_wiki": true, "project": {"key": "MOB"}}
            """);

        Assert.Equal(HttpStatusCode.OK, made.Status);
        JsonNode read = (await sandbox.GetAsync("/2.0/repositories/demo/said")).Json;
        Assert.Equal("As said", (string?)read["name"]);
        Assert.Equal("said", (string?)read["slug"]);
        Assert.Equal("no_forks", (string?)read["fork_policy"]);
        Assert.Equal("c#", (string?)read["language"]);
        Assert.Equal("MOB", (string?)read["project"]!["key"]);
        Assert.True((bool)read["has_wiki"]!);
        Assert.Equal(HttpStatusCode.OK, (await sandbox.SendAsync("GET", "/2.0/repositories/demo/said")).Status);
    }

    [Theory]
    [InlineData("website", "{}", "already exists")]
    [InlineData("WebSite", "{}", "Invalid slug")]
    [InlineData("a%20b", "{}", "Invalid slug")]
    [InlineData("..", "{}", null)]
    [InlineData("x1", """{"project": {"key": "NONE"}}""", "does not exist")]
    [InlineData("x2", """{"scm": "hg"}""", "must be one of git")]
    [InlineData("x3", """{"fork_policy": "maybe"}""", "must be one of")]
    [InlineData("x4", """{"is_private": false, "fork_policy": "no_public_forks"}""", "public")]
    [InlineData("x5", """{"name": " "}""", "must have")]
    [InlineData("x6", """{"colour": "red"}""", "extra keys")]
    public async Task Repository_that_cannot_be_is_refused(string slug, string body, string? problem)
    {
        Answer answer = await sandbox.PostAsync($"/2.0/repositories/demo/{slug}", body);

        Assert.InRange((int)answer.Status, 400, 405);
        Assert.Contains(problem ?? "", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_make_repositories_in_projects_that_let_them()
    {
        HttpContent Body() => SandboxFixture.Json("""{"project": {"key": "MOB"}}""");
        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.SendAsync("POST", "/2.0/repositories/demo/by-mei", sandbox.As("mei"), Body())).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.SendAsync("POST", "/2.0/repositories/demo/by-mei", sandbox.As("stranger"), Body())).Status);
        Answer scope = await sandbox.SendAsync("POST", "/2.0/repositories/demo/by-mei", sandbox.As("mei", "repository:write"), Body());
        Assert.Equal(["repository:admin"], scope.Scopes.Required);
        string mei = Uri.EscapeDataString(await sandbox.UuidAsync("mei"));

        await sandbox.PermitAsync($"/2.0/workspaces/demo/projects/MOB/permissions-config/users/{mei}", "create-repo");

        Assert.Equal(HttpStatusCode.OK, (await sandbox.SendAsync("POST", "/2.0/repositories/demo/by-mei", sandbox.As("mei"), Body())).Status);
        Assert.Equal(HttpStatusCode.OK, (await sandbox.GetAsync("/2.0/repositories/demo/by-mei")).Status);
    }

    [Fact]
    public async Task Put_makes_what_is_not_there_and_changes_what_is()
    {
        Assert.Equal(HttpStatusCode.Created, (await sandbox.PutAsync("/2.0/repositories/demo/put", """{"description": "one"}""")).Status);
        Assert.Equal("one", (string?)(await sandbox.GetAsync("/2.0/repositories/demo/put")).Json["description"]);
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));

        Answer changed = await sandbox.PutAsync("/2.0/repositories/demo/put", """{"description": "two", "is_private": false, "website": "https://example.org"}""");

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        JsonNode read = (await sandbox.GetAsync("/2.0/repositories/demo/put")).Json;
        Assert.Equal("two", (string?)read["description"]);
        Assert.Equal("put", (string?)read["name"]);
        Assert.Equal("allow_forks", (string?)read["fork_policy"]);
        Assert.Equal("https://example.org", (string?)read["website"]);
        Assert.NotEqual((string?)read["created_on"], (string?)read["updated_on"]);
    }

    [Fact]
    public async Task Deleted_repository_is_gone_from_the_disk_with_all_it_had()
    {
        const string Target = "/2.0/repositories/demo/short-lived";
        await sandbox.PostAsync(Target, "{}");
        await sandbox.PostAsync($"{Target}/branch-restrictions", """{"kind": "delete", "pattern": "x"}""");
        string path = sandbox.Server.RepositoryPath("demo", "short-lived");
        Assert.True(Directory.Exists(path));

        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.SendAsync("DELETE", Target, sandbox.As("asha"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.SendAsync("DELETE", Target, sandbox.As("stranger"))).Status);
        Answer scope = await sandbox.SendAsync("DELETE", Target, sandbox.As("demo", "repository:admin"));
        Assert.Equal(["repository:delete"], scope.Scopes.Required);
        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.DeleteAsync(Target + "?redirect_to=https%3A%2F%2Fexample.org")).Status);

        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync(Target)).Status);
        Assert.False(Directory.Exists(path));
        await sandbox.PostAsync(Target, "{}");
        Assert.Empty((await sandbox.GetAsync($"{Target}/branch-restrictions")).Json["values"]!.AsArray());
    }

    [Fact]
    public async Task Member_without_admin_changes_nothing()
    {
        Answer refused = await sandbox.SendAsync("PUT", "/2.0/repositories/demo/docs", sandbox.As("asha"), SandboxFixture.Json("""{"description": "mine"}"""));

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.DoesNotContain("mine", (await sandbox.GetAsync("/2.0/repositories/demo/docs")).Text, StringComparison.Ordinal);
    }
}
