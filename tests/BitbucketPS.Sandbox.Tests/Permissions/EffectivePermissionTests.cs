using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class EffectivePermissionTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Greatest_permission_counts_wherever_it_comes_from()
    {
        string mei = await sandbox.UuidAsync("mei");
        await sandbox.PermitAsync($"/2.0/repositories/demo/api/permissions-config/users/{Uri.EscapeDataString(mei)}", "admin");
        await sandbox.PermitAsync($"/2.0/repositories/demo/website/permissions-config/users/{Uri.EscapeDataString(mei)}", "read");

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

    // The description has it in its examples: permissions are compared by what they allow.
    [Theory]
    [InlineData("/2.0/workspaces/demo/permissions/repositories", "permission>\"read\"", "admin write")]
    [InlineData("/2.0/workspaces/demo/permissions/repositories/mobile-app", "permission <= \"read\"", "read")]
    [InlineData("/2.0/user/workspaces/demo/permissions/repositories", "permission >= \"admin\"", "admin")]
    [InlineData("/2.0/user/workspaces/demo/permissions/repositories", "permission NOT IN (\"admin\", \"write\")", "")]
    public async Task Permissions_are_filtered_by_their_order(string path, string filter, string expected)
    {
        await LetStrangerReadAsync();

        JsonNode page = (await sandbox.GetAsync($"{path}?pagelen=100&q={Uri.EscapeDataString(filter)}")).Json;

        IEnumerable<string> found = page["values"]!.AsArray().Select(item => (string)item!["permission"]!).Distinct(StringComparer.Ordinal);
        Assert.Equal(expected, string.Join(' ', found.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Permissions_are_sorted_by_their_order_and_no_other_words_are_any()
    {
        const string All = "/2.0/workspaces/demo/permissions/repositories";
        await LetStrangerReadAsync();
        JsonNode page = (await sandbox.GetAsync($"{All}?pagelen=100&sort=permission")).Json;

        Assert.Equal(["read", "write", "admin"], page["values"]!.AsArray().Select(item => (string)item!["permission"]!).Distinct(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.GetAsync($"{All}?q=permission%3D%22owner%22")).Status);
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

    private async Task LetStrangerReadAsync()
        => await sandbox.PermitAsync($"/2.0/repositories/demo/mobile-app/permissions-config/users/{Uri.EscapeDataString(await sandbox.UuidAsync("stranger"))}", "read");

    private async Task<JsonArray> OfAsync(string slug)
        => (await sandbox.GetAsync($"/2.0/workspaces/demo/permissions/repositories/{slug}?pagelen=100")).Json["values"]!.AsArray();

    private static string? Permission(JsonArray items, string uuid)
        => (string?)items.SingleOrDefault(item => string.Equals((string?)item!["user"]!["uuid"], uuid, StringComparison.Ordinal))?["permission"];
}
