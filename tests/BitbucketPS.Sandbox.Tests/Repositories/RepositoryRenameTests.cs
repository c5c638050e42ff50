using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public class RepositoryRenameTests(GitFixture sandbox) : IClassFixture<GitFixture>
{
    [Fact]
    public async Task Renamed_repository_is_at_its_new_address_and_the_old_one_leads_there()
    {
        string clone = await sandbox.CloneAsync("website");

        Answer renamed = await sandbox.PutAsync("/2.0/repositories/demo/website", """{"name": "Größer & better site"}""");

        Assert.Equal(HttpStatusCode.OK, renamed.Status);
        Assert.Equal("/2.0/repositories/demo/gr-er-better-site", renamed.Location.AbsolutePath);
        Assert.Equal("Größer & better site", (string?)(await sandbox.GetAsync("/2.0/repositories/demo/gr-er-better-site")).Json["name"]);
        Answer old = await sandbox.GetAsync("/2.0/repositories/demo/website/refs/branches?pagelen=5");
        Assert.Equal(HttpStatusCode.MovedPermanently, old.Status);
        Assert.Equal(sandbox.Origin + "/2.0/repositories/demo/gr-er-better-site/refs/branches?pagelen=5", old.Location.AbsoluteUri);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.SendAsync("GET", "/2.0/repositories/demo/website", sandbox.As("stranger"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.DeleteAsync("/2.0/repositories/demo/website")).Status);
        await sandbox.Git.RunAsync("-C", clone, "fetch", "--quiet", "origin");
    }

    [Fact]
    public async Task Old_address_can_be_taken_by_another_repository()
    {
        await sandbox.PutAsync("/2.0/repositories/demo/docs", """{"name": "Handbook"}""");
        await sandbox.PostAsync("/2.0/repositories/demo/docs", "{}");

        Assert.Equal("docs", (string?)(await sandbox.GetAsync("/2.0/repositories/demo/docs")).Json["name"]);
    }

    [Fact]
    public async Task Name_of_another_repository_is_refused()
    {
        Answer answer = await sandbox.PutAsync("/2.0/repositories/demo/api", """{"name": "Mobile App"}""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Repository with this Slug and Owner already exists.", answer.Message);
        Assert.Equal("API", (string?)(await sandbox.GetAsync("/2.0/repositories/demo/api")).Json["name"]);
    }

    [Fact]
    public async Task Inherited_settings_are_overridden_one_by_one()
    {
        const string Target = "/2.0/repositories/demo/mobile-app/override-settings";

        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.PutAsync(Target, """{"override_settings": {"default_merge_strategy": true}}""")).Status);

        Assert.True((bool)(await sandbox.GetAsync(Target)).Json["override_settings"]!["default_merge_strategy"]!);
        Assert.False((bool)(await sandbox.GetAsync("/2.0/repositories/demo/mobile-app")).Json["override_settings"]!["branching_model"]!);
        Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.PutAsync(Target, """{"override_settings": {"colour": true}}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.PutAsync(Target, """{"override_settings": {"branching_model": "yes"}}""")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.SendAsync("GET", Target, sandbox.As("asha"))).Status);
    }
}
