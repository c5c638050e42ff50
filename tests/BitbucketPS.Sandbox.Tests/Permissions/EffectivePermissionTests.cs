using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class EffectivePermissionTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Greatest_permission_counts_wherever_it_comes_from()
    {
        string mei = await sandbox.UuidAsync("mei");
        await sandbox.PutAsync($"/2.0/repositories/demo/api/permissions-config/users/{Uri.EscapeDataString(mei)}", """{"permission": "admin"}""");
        await sandbox.PutAsync($"/2.0/repositories/demo/website/permissions-config/users/{Uri.EscapeDataString(mei)}", """{"permission": "read"}""");

        Assert.Equal("admin", Permission(await OfAsync("api"), mei));
        Assert.Equal("write", Permission(await OfAsync("website"), mei));
        Assert.Equal("admin", Permission(await OfAsync("website"), await sandbox.UuidAsync("demo")));
        Assert.Null(Permission(await OfAsync("website"), await sandbox.UuidAsync("stranger")));
        JsonNode item = (await sandbox.SendAsync("GET", "/2.0/user/workspaces/demo/permissions/repositories?q=permission%3D%22admin%22", sandbox.As("mei"))).Json["values"]!.AsArray().Single()!;
        Assert.Equal("repository_permission", (string?)item["type"]);
        Assert.Equal("demo/api", (string?)item["repository"]!["full_name"]);
        Assert.Equal("林美", (string?)item["user"]!["display_name"]);
    }

    [Fact]
    public async Task Workspace_lists_everybody_on_every_repository()
    {
        JsonNode page = (await sandbox.GetAsync("/2.0/workspaces/demo/permissions/repositories?pagelen=100&q=repository.name%3D%22Docs%22")).Json;

        Assert.Equal(6, page["values"]!.AsArray().Count);
        Assert.All(page["values"]!.AsArray(), item => Assert.Equal("demo/docs", (string?)item!["repository"]!["full_name"]));
    }

    [Fact]
    public async Task Permissions_of_others_are_for_administrators()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.SendAsync("GET", "/2.0/workspaces/demo/permissions/repositories", sandbox.As("asha"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.SendAsync("GET", "/2.0/workspaces/demo/permissions/repositories/api", sandbox.As("asha"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.SendAsync("GET", "/2.0/workspaces/demo/permissions/repositories/api", sandbox.As("stranger"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.SendAsync("GET", "/2.0/workspaces/demo/permissions/repositories", sandbox.As("stranger"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.SendAsync("GET", "/2.0/user/workspaces/demo/permissions/repositories", sandbox.As("stranger"))).Status);
    }

    private async Task<JsonArray> OfAsync(string slug)
        => (await sandbox.GetAsync($"/2.0/workspaces/demo/permissions/repositories/{slug}?pagelen=100")).Json["values"]!.AsArray();

    private static string? Permission(JsonArray items, string uuid)
        => (string?)items.SingleOrDefault(item => string.Equals((string?)item!["user"]!["uuid"], uuid, StringComparison.Ordinal))?["permission"];
}
