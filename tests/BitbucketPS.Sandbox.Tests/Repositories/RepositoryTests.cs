using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class RepositoryTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Workspace_lists_its_repositories()
        => Assert.Equal(["Website", "API", "Mobile app", "Docs"], (await sandbox.GetAsync("/2.0/repositories/demo")).Names);

    [Fact]
    public async Task Repository_has_what_recorded_answers_have()
    {
        JsonNode repository = (await sandbox.GetAsync("/2.0/repositories/demo/website")).Json;

        Assert.Equal("demo/website", (string?)repository["full_name"]);
        Assert.Equal("main", (string?)repository["mainbranch"]!["name"]);
        Assert.Equal("WEB", (string?)repository["project"]!["key"]);
        Assert.Equal("demo", (string?)repository["workspace"]!["slug"]);
        Assert.Equal(["https", "ssh"], repository["links"]!["clone"]!.AsArray().Select(clone => (string)clone!["name"]!));
        Assert.True((long)repository["size"]! > 0);
        Assert.StartsWith("{", (string?)repository["uuid"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uuids_find_what_slugs_find()
    {
        JsonNode repository = (await sandbox.GetAsync("/2.0/repositories/demo/website")).Json;
        string uuid = Uri.EscapeDataString((string)repository["uuid"]!);
        string workspace = Uri.EscapeDataString((string)repository["workspace"]!["uuid"]!);

        foreach (string path in new[] { $"{workspace}/{uuid}", $"%7B%7D/{uuid}", $"demo/{uuid}", $"{workspace}/website" })
        {
            Answer answer = await sandbox.GetAsync("/2.0/repositories/" + path);
            Assert.Equal("demo/website", (string?)answer.Json["full_name"]);
        }

        Answer raw = await sandbox.GetAsync("/2.0/repositories/demo/" + (string)repository["uuid"]!);
        Assert.Equal(HttpStatusCode.BadRequest, raw.Status);
    }

    [Theory]
    [InlineData("demo/nothing")]
    [InlineData("other/hidden")]
    [InlineData("nowhere/nothing")]
    [InlineData("%7B%7D/website")]
    public async Task Repository_that_cannot_be_seen_is_not_found(string path)
    {
        Answer answer = await sandbox.GetAsync("/2.0/repositories/" + path);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.EndsWith("not found", answer.Message, StringComparison.Ordinal);
        Assert.Contains("you do not have access", (string?)answer.Json["error"]!["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("other")]
    [InlineData("nowhere")]
    public async Task Workspace_that_cannot_be_seen_is_not_found(string workspace)
        => Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync("/2.0/repositories/" + workspace)).Status);

    [Fact]
    public async Task Nobody_sees_public_repositories_only()
    {
        Assert.Equal(["Docs"], (await sandbox.SendAsync("GET", "/2.0/repositories/demo")).Names);
        Assert.Equal(HttpStatusCode.OK, (await sandbox.SendAsync("GET", "/2.0/repositories/demo/docs/refs/branches")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await sandbox.SendAsync("GET", "/2.0/repositories/demo/website")).Status);
    }

    [Fact]
    public async Task Role_must_be_one_there_is()
    {
        Assert.Equal(HttpStatusCode.OK, (await sandbox.GetAsync("/2.0/repositories/demo?role=member")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.GetAsync("/2.0/repositories/demo?role=king")).Status);
    }

    [Fact]
    public async Task Own_workspaces_are_those_one_is_a_member_of()
    {
        JsonNode page = (await sandbox.GetAsync("/2.0/user/workspaces")).Json;

        Assert.Equal("demo", (string?)Assert.Single(page["values"]!.AsArray())!["workspace"]!["slug"]);
        Assert.Equal("Demo Workspace", (string?)(await sandbox.GetAsync("/2.0/workspaces/demo")).Json["name"]);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync("/2.0/workspaces/other")).Status);
    }
}
