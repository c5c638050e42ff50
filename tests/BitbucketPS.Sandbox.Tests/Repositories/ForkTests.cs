using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class ForkTests(GitFixture sandbox) : IClassFixture<GitFixture>
{
    [Fact]
    public async Task Fork_has_the_branches_of_its_parent_and_goes_its_own_way()
    {
        Answer made = await sandbox.PostAsync("/2.0/repositories/demo/api/forks", """{"name": "API of mine", "workspace": {"slug": "demo"}}""");

        Assert.Equal(HttpStatusCode.Created, made.Status);
        JsonNode fork = (await sandbox.GetAsync("/2.0/repositories/demo/api-of-mine")).Json;
        Assert.Equal("demo/api", (string?)fork["parent"]!["full_name"]);
        Assert.Equal("main", (string?)fork["mainbranch"]!["name"]);
        Assert.Equal("c#", (string?)fork["language"]);
        Assert.Equal(await sandbox.ApiBranchesAsync("api"), await sandbox.ApiBranchesAsync("api-of-mine"));
        await sandbox.DeleteAsync("/2.0/repositories/demo/api-of-mine/refs/branches/develop");
        Assert.Contains("develop", await Git.BranchesAsync(sandbox.Server.RepositoryPath("demo", "api")));
        Assert.Equal("", await Git.RunAsync(sandbox.Server.RepositoryPath("demo", "api-of-mine"), "remote"));
        Assert.Equal(["API of mine"], (await sandbox.GetAsync("/2.0/repositories/demo/api/forks?q=name~%22mine%22&sort=name")).Names);
    }

    [Fact]
    public async Task Public_repository_is_forked_into_a_workspace_of_ones_own()
    {
        HttpContent body = SandboxFixture.Json("""{"workspace": {"slug": "other"}}""");

        Answer made = await sandbox.SendAsync("POST", "/2.0/repositories/demo/docs/forks", sandbox.As("stranger"), body);

        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal("other/docs", (string?)made.Json["full_name"]);
        Assert.Equal("SEC", (string?)made.Json["project"]!["key"]);
        Assert.Equal(["Docs"], (await sandbox.GetAsync("/2.0/repositories/demo/docs/forks")).Names);
    }

    [Fact]
    public async Task Policy_of_the_parent_is_kept()
    {
        await sandbox.PostAsync("/2.0/repositories/demo/closed", """{"fork_policy": "no_forks"}""");
        await sandbox.PostAsync("/2.0/repositories/demo/half-open", """{"fork_policy": "no_public_forks"}""");

        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.PostAsync("/2.0/repositories/demo/closed/forks", """{"name": "c2"}""")).Status);
        Answer open = await sandbox.PostAsync("/2.0/repositories/demo/half-open/forks", """{"name": "h2", "is_private": false}""");
        Assert.Equal(HttpStatusCode.BadRequest, open.Status);
        Assert.NotNull(open.Json["error"]!["fields"]!["is_private"]);
        Assert.Equal(HttpStatusCode.Created, (await sandbox.PostAsync("/2.0/repositories/demo/half-open/forks", """{"name": "h2"}""")).Status);
        Answer later = await sandbox.PutAsync("/2.0/repositories/demo/h2", """{"is_private": false}""");
        Assert.Equal(HttpStatusCode.BadRequest, later.Status);
        Assert.NotNull(later.Json["error"]!["fields"]!["is_private"]);
    }

    [Fact]
    public async Task Fork_that_cannot_be_is_refused()
    {
        const string Target = "/2.0/repositories/demo/website/forks";

        Assert.Equal("Repository with this Slug and Owner already exists.", (await sandbox.PostAsync(Target, "{}")).Message);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.PostAsync(Target, """{"workspace": {"slug": "other"}}""")).Status);
        HttpContent Body() => SandboxFixture.Json("""{"name": "of-asha"}""");
        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.SendAsync("POST", Target, sandbox.As("asha"), Body())).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.SendAsync("POST", Target, sandbox.As("stranger"), Body())).Status);
        Answer scope = await sandbox.SendAsync("POST", Target, sandbox.As("demo", "repository"), Body());
        Assert.Equal(["repository:write"], scope.Scopes.Required);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync("/2.0/repositories/demo/of-asha")).Status);
    }

    [Fact]
    public async Task Fork_of_a_deleted_repository_has_no_parent()
    {
        await sandbox.PostAsync("/2.0/repositories/demo/parent", "{}");
        await sandbox.PostAsync("/2.0/repositories/demo/parent/forks", """{"name": "orphan"}""");

        await sandbox.DeleteAsync("/2.0/repositories/demo/parent");

        Answer orphan = await sandbox.GetAsync("/2.0/repositories/demo/orphan");
        Assert.Equal(HttpStatusCode.OK, orphan.Status);
        Assert.Null(orphan.Json["parent"]);
    }
}
