using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class MemberTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Members_are_listed_with_what_they_are()
    {
        JsonArray members = (await sandbox.GetAsync("/2.0/workspaces/demo/members?pagelen=100")).Json["values"]!.AsArray();
        JsonArray owners = (await sandbox.GetAsync("/2.0/workspaces/demo/permissions?q=permission%3D%22owner%22")).Json["values"]!.AsArray();

        Assert.Equal(6, members.Count);
        Assert.Equal("workspace_membership", (string?)members[1]!["type"]);
        Assert.Equal("Asha Rao", (string?)members[1]!["user"]!["display_name"]);
        Assert.Equal("member", (string?)members[1]!["permission"]);
        Assert.DoesNotContain("Asha Rao", owners.Select(owner => (string?)owner!["user"]!["display_name"]));
        Assert.Contains("Dana Demo", owners.Select(owner => (string?)owner!["user"]!["display_name"]));
    }

    [Fact]
    public async Task Administrators_find_members_by_address()
    {
        const string Target = "/2.0/workspaces/demo/members?q=user.email%3D%22mei%40example.org%22";

        JsonNode found = (await sandbox.GetAsync(Target)).Json["values"]!.AsArray().Single()!;

        Assert.Equal("林美", (string?)found["user"]!["display_name"]);
        Assert.Null(found["user"]!["email"]);
        Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.SendAsync("GET", Target, sandbox.As("asha"))).Status);
    }

    [Fact]
    public async Task Member_is_found_by_id_and_nobody_by_name()
    {
        string asha = await sandbox.UuidAsync("asha");
        string stranger = await sandbox.UuidAsync("stranger");

        JsonNode member = (await sandbox.GetAsync($"/2.0/workspaces/demo/members/{Uri.EscapeDataString(asha)}")).Json;
        Assert.Equal(asha, (string?)member["user"]!["uuid"]);
        Assert.Equal(HttpStatusCode.OK, (await sandbox.GetAsync($"/2.0/workspaces/demo/members/{(string?)member["user"]!["account_id"]}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync("/2.0/workspaces/demo/members/asha")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync($"/2.0/workspaces/demo/members/{Uri.EscapeDataString(stranger)}")).Status);
    }

    [Fact]
    public async Task Strangers_see_no_members()
    {
        foreach (string target in (string[])["/2.0/workspaces/demo", "/2.0/workspaces/demo/members", "/2.0/workspaces/demo/permissions", "/2.0/user/workspaces/demo/permission"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await sandbox.SendAsync("GET", target, sandbox.As("stranger"))).Status);
        }
    }

    [Fact]
    public async Task Everybody_learns_what_they_are_themselves()
    {
        Assert.Equal("owner", (string?)(await sandbox.GetAsync("/2.0/user/workspaces/demo/permission")).Json["permission"]);
        Assert.Equal("member", (string?)(await sandbox.SendAsync("GET", "/2.0/user/workspaces/demo/permission", sandbox.As("asha"))).Json["permission"]);
        JsonNode access = (await sandbox.SendAsync("GET", "/2.0/user/workspaces?q=slug%3D%22demo%22&sort=slug", sandbox.As("asha"))).Json["values"]!.AsArray().Single()!;
        Assert.False((bool)access["administrator"]!);
        Assert.Equal("demo", (string?)access["workspace"]!["slug"]);
        Assert.Null(access["slug"]);
        Assert.Empty((await sandbox.SendAsync("GET", "/2.0/user/workspaces?administrator=true", sandbox.As("asha"))).Json["values"]!.AsArray());
        Assert.Single((await sandbox.GetAsync("/2.0/user/workspaces?administrator=true")).Json["values"]!.AsArray());
    }
}
