using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class BranchingModelTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Website = "/2.0/repositories/demo/website";

    [Fact]
    public async Task Repository_has_four_branch_types_and_develops_on_its_main_branch()
    {
        JsonNode model = (await sandbox.GetAsync("/2.0/repositories/demo/docs/branching-model")).Json;

        Assert.Equal(["feature/", "bugfix/", "release/", "hotfix/"], model["branch_types"]!.AsArray().Select(type => (string)type!["prefix"]!));
        Assert.Equal("main", (string?)model["development"]!["name"]);
        Assert.Equal("main", (string?)model["development"]!["branch"]!["name"]);
        Assert.True((bool)model["development"]!["use_mainbranch"]!);
        Assert.Null(model["production"]);
    }

    [Fact]
    public async Task Settings_change_as_far_as_they_are_named()
    {
        string target = $"{Website}/branching-model/settings";
        await sandbox.PostAsync($"{Website}/refs/branches", """{"name": "live", "target": {"hash": "main"}}""");

        Answer changed = await sandbox.PutAsync(target, """
            {"production": {"name": "live", "use_mainbranch": false, "enabled": true},
             "branch_types": [{"kind": "bugfix", "enabled": false}, {"kind": "feature", "prefix": "f-"}]}
            """);

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        JsonNode settings = (await sandbox.GetAsync(target)).Json;
        Assert.True(JsonNode.DeepEquals(changed.Json, settings));
        Assert.True((bool)settings["production"]!["is_valid"]!);
        Assert.True((bool)settings["development"]!["use_mainbranch"]!);
        Assert.Equal(4, settings["branch_types"]!.AsArray().Count);
        JsonNode model = (await sandbox.GetAsync($"{Website}/branching-model")).Json;
        Assert.Equal("live", (string?)model["production"]!["branch"]!["name"]);
        Assert.Equal(["f-", "release/", "hotfix/"], model["branch_types"]!.AsArray().Select(type => (string)type!["prefix"]!));
        JsonNode effective = (await sandbox.GetAsync($"{Website}/effective-branching-model")).Json;
        Assert.Equal("live", (string?)effective["production"]!["name"]);
        await sandbox.DeleteAsync($"{Website}/refs/branches/live");
        Assert.False((bool)(await sandbox.GetAsync(target)).Json["production"]!["is_valid"]!);
    }

    [Theory]
    [InlineData("""{"development": {"name": "nowhere", "use_mainbranch": false}}""", "development.name")]
    [InlineData("""{"development": {"use_mainbranch": false}}""", "development.name")]
    [InlineData("""{"production": {"enabled": true}}""", "production.name")]
    [InlineData("""{"branch_types": [{"kind": "feature", "prefix": "a*b/"}]}""", "branch_types")]
    [InlineData("""{"branch_types": [{"kind": "feature", "prefix": "release/x"}]}""", "branch_types")]
    [InlineData("""{"branch_types": [{"kind": "wish", "prefix": "w/"}]}""", "branch_types[0].kind")]
    public async Task Settings_that_leave_the_model_unusable_are_refused(string body, string field)
    {
        Answer answer = await sandbox.PutAsync("/2.0/repositories/demo/api/branching-model/settings", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Json["error"]!["fields"]![field]);
    }

    [Fact]
    public async Task Project_hands_its_model_down()
    {
        string project = "/2.0/workspaces/demo/projects/MOB/branching-model";
        Answer changed = await sandbox.PutAsync($"{project}/settings", """{"branch_types": [{"kind": "hotfix", "prefix": "urgent/"}]}""");

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Contains("urgent/", (await sandbox.GetAsync(project)).Json["branch_types"]!.AsArray().Select(type => (string)type!["prefix"]!));
        Assert.Contains("urgent/", (await sandbox.GetAsync($"{project}/settings")).Text, StringComparison.Ordinal);
        Assert.Contains("urgent/", (await sandbox.GetAsync("/2.0/repositories/demo/mobile-app/effective-branching-model")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("urgent/", (await sandbox.GetAsync("/2.0/repositories/demo/api/effective-branching-model")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/2.0/repositories/demo/api/branching-model/settings")]
    [InlineData("/2.0/workspaces/demo/projects/WEB/branching-model/settings")]
    public async Task Settings_are_for_administrators(string target)
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.SendAsync("GET", target, sandbox.As("asha"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.SendAsync("PUT", target, sandbox.As("asha"), SandboxFixture.Json("{}"))).Status);
        HttpStatusCode stranger = (await sandbox.SendAsync("GET", target, sandbox.As("stranger"))).Status;
        Assert.Equal(HttpStatusCode.NotFound, stranger);
        Answer scope = await sandbox.SendAsync("GET", target, sandbox.As("demo", "repository"));
        Assert.Equal(HttpStatusCode.Forbidden, scope.Status);
    }
}
