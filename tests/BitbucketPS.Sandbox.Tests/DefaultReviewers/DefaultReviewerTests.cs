using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class DefaultReviewerTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Repository = "/2.0/repositories/demo/mobile-app";
    private const string Project = "/2.0/workspaces/demo/projects/MOB/default-reviewers";

    [Fact]
    public async Task Repository_has_its_own_reviewers_and_those_of_its_project()
    {
        string asha = Uri.EscapeDataString(await sandbox.UuidAsync("asha"));
        string mei = Uri.EscapeDataString(await sandbox.UuidAsync("mei"));

        Assert.Equal(HttpStatusCode.OK, (await sandbox.PutAsync($"{Repository}/default-reviewers/{asha}", "{}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await sandbox.PutAsync($"{Repository}/default-reviewers/{asha}", "{}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await sandbox.PutAsync($"{Project}/{asha}", "{}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await sandbox.PutAsync($"{Project}/{mei}", "{}")).Status);

        Assert.Equal(["Asha Rao"], NamesOf((await sandbox.GetAsync($"{Repository}/default-reviewers")).Json, item => item));
        Assert.Equal("Asha Rao", (string?)(await sandbox.GetAsync($"{Repository}/default-reviewers/{asha}")).Json["display_name"]);
        JsonNode effective = (await sandbox.GetAsync($"{Repository}/effective-default-reviewers")).Json;
        Assert.Equal(["Asha Rao", "林美"], NamesOf(effective, item => item["user"]!));
        Assert.Equal(["repository", "project"], effective["values"]!.AsArray().Select(item => (string)item!["reviewer_type"]!));
        Assert.Equal(["Asha Rao", "林美"], NamesOf((await sandbox.GetAsync(Project)).Json, item => item["user"]!));
        Assert.Equal("林美", (string?)(await sandbox.GetAsync($"{Project}/{mei}")).Json["display_name"]);
        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.DeleteAsync($"{Repository}/default-reviewers/{asha}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync($"{Repository}/default-reviewers/{asha}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.DeleteAsync($"{Project}/{mei}")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.GetAsync($"{Project}/{mei}")).Status);
        Assert.Equal(["project"], (await sandbox.GetAsync($"{Repository}/effective-default-reviewers")).Json["values"]!.AsArray().Select(item => (string)item!["reviewer_type"]!));
    }

    [Theory]
    [InlineData("/2.0/repositories/demo/api/default-reviewers")]
    [InlineData("/2.0/workspaces/demo/projects/WEB/default-reviewers")]
    public async Task Reviewers_are_people_with_access_and_named_by_administrators(string place)
    {
        string stranger = Uri.EscapeDataString(await sandbox.UuidAsync("stranger"));
        string asha = Uri.EscapeDataString(await sandbox.UuidAsync("asha"));

        Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.PutAsync($"{place}/{stranger}", "{}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.PutAsync($"{place}/asha", "{}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.SendAsync("PUT", $"{place}/{asha}", sandbox.As("asha"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.SendAsync("PUT", $"{place}/{asha}", sandbox.As("stranger"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.SendAsync("DELETE", $"{place}/{asha}", sandbox.As("demo", "pullrequest"))).Status);
        Assert.Empty((await sandbox.GetAsync(place)).Json["values"]!.AsArray());
    }

    private static string[] NamesOf(JsonNode page, Func<JsonNode, JsonNode> user)
        => [.. page["values"]!.AsArray().Select(item => (string)user(item!)["display_name"]!)];
}
