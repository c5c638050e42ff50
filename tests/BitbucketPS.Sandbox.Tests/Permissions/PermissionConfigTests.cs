using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class PermissionConfigTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData("/2.0/repositories/demo/api", "repository", "read")]
    [InlineData("/2.0/workspaces/demo/projects/MOB", "project", "create-repo")]
    public async Task Person_has_the_permission_they_were_given_until_it_is_taken(string place, string kind, string permission)
    {
        string self = $"{place}/permissions-config/users/{Uri.EscapeDataString(await sandbox.UuidAsync("joerg"))}";
        Assert.Equal("none", (string?)(await sandbox.GetAsync(self)).Json["permission"]);

        Answer given = await sandbox.PermitAsync(self, permission);

        Assert.Equal(HttpStatusCode.OK, given.Status);
        JsonNode read = (await sandbox.GetAsync(self)).Json;
        Assert.True(JsonNode.DeepEquals(given.Json, read));
        Assert.Equal($"{kind}_user_permission", (string?)read["type"]);
        Assert.Equal("Jörg Müller", (string?)read["user"]!["display_name"]);
        Assert.NotNull(read[kind]!["uuid"]);
        Assert.EndsWith(self, (string?)read["links"]!["self"]!["href"], StringComparison.Ordinal);
        JsonArray all = (await sandbox.GetAsync($"{place}/permissions-config/users")).Json["values"]!.AsArray();
        Assert.Equal(permission, (string?)Assert.Single(all)!["permission"]);
        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.PermitAsync(self, permission: null)).Status);
        Assert.Equal("none", (string?)(await sandbox.GetAsync(self)).Json["permission"]);
    }

    [Theory]
    [InlineData("/2.0/repositories/demo/docs", "repository", "admin")]
    [InlineData("/2.0/workspaces/demo/projects/WEB", "project", "create-repo")]
    public async Task Group_has_the_permission_it_was_given_until_it_is_taken(string place, string kind, string permission)
    {
        string self = $"{place}/permissions-config/groups/administrators";

        Assert.Equal(HttpStatusCode.OK, (await sandbox.PermitAsync(self, permission)).Status);

        JsonNode read = (await sandbox.GetAsync(self)).Json;
        Assert.Equal($"{kind}_group_permission", (string?)read["type"]);
        Assert.Equal(permission, (string?)read["permission"]);
        Assert.Equal("Administrators", (string?)read["group"]!["name"]);
        Assert.Contains(
            "administrators",
            (await sandbox.GetAsync($"{place}/permissions-config/groups")).Json["values"]!.AsArray().Select(item => (string)item!["group"]!["slug"]!));
        await sandbox.PermitAsync(self, permission: null);
        Assert.Equal("none", (string?)(await sandbox.GetAsync(self)).Json["permission"]);
    }

    [Fact]
    public async Task What_is_given_can_be_used_at_once()
    {
        string stranger = Uri.EscapeDataString(await sandbox.UuidAsync("stranger"));
        const string Api = "/2.0/repositories/demo/api";
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.SendAsync("GET", Api, sandbox.As("stranger"))).Status);

        await sandbox.PermitAsync($"{Api}/permissions-config/users/{stranger}", "read");
        Assert.Equal(HttpStatusCode.OK, (await sandbox.SendAsync("GET", Api, sandbox.As("stranger"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.SendAsync("GET", $"{Api}/permissions-config/users", sandbox.As("stranger"))).Status);
        await sandbox.PermitAsync($"{Api}/permissions-config/users/{stranger}", "admin");
        Assert.Equal(HttpStatusCode.OK, (await sandbox.SendAsync("GET", $"{Api}/permissions-config/users", sandbox.As("stranger"))).Status);

        await sandbox.PermitAsync($"{Api}/permissions-config/users/{stranger}", permission: null);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.SendAsync("GET", Api, sandbox.As("stranger"))).Status);
    }

    [Theory]
    [InlineData("/2.0/repositories/demo/api/permissions-config/users/asha", "read", HttpStatusCode.NotFound)]
    [InlineData("/2.0/workspaces/demo/projects/MOB/permissions-config/users/asha", "read", HttpStatusCode.NotFound)]
    [InlineData("/2.0/repositories/demo/api/permissions-config/groups/nobody", "read", HttpStatusCode.NotFound)]
    [InlineData("/2.0/repositories/demo/api/permissions-config/groups/developers", "create-repo", HttpStatusCode.BadRequest)]
    [InlineData("/2.0/repositories/demo/api/permissions-config/groups/developers", "none", HttpStatusCode.BadRequest)]
    [InlineData("/2.0/workspaces/demo/projects/MOB/permissions-config/groups/developers", "owner", HttpStatusCode.BadRequest)]
    [InlineData("/2.0/workspaces/demo/projects/NONE/permissions-config/groups/developers", "read", HttpStatusCode.NotFound)]
    public async Task Permission_that_cannot_be_is_refused(string target, string permission, HttpStatusCode expected)
        => Assert.Equal(expected, (await sandbox.PermitAsync(target, permission)).Status);

    [Theory]
    [InlineData("/2.0/repositories/demo/api/permissions-config")]
    [InlineData("/2.0/workspaces/demo/projects/MOB/permissions-config")]
    public async Task Permissions_are_for_administrators(string place)
    {
        HttpContent Body() => SandboxFixture.Json("""{"permission": "admin"}""");
        foreach (string target in (string[])[$"{place}/groups", $"{place}/groups/developers", $"{place}/users"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.SendAsync("GET", target, sandbox.As("asha"))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await sandbox.SendAsync("GET", target, sandbox.As("stranger"))).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.SendAsync("PUT", $"{place}/groups/developers", sandbox.As("asha"), Body())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.SendAsync("DELETE", $"{place}/groups/developers", sandbox.As("asha"))).Status);
        Assert.Equal("write", (string?)(await sandbox.GetAsync("/2.0/workspaces/demo/projects/MOB/permissions-config/groups/developers")).Json["permission"]);
        Answer scope = await sandbox.SendAsync("PUT", $"{place}/groups/developers", sandbox.As("demo", "repository:write"), Body());
        Assert.Equal(HttpStatusCode.Forbidden, scope.Status);
        Assert.NotEmpty(scope.Scopes.Required);
    }

    // "Due to security concerns, the JWT and OAuth authentication methods are unsupported": clients met it as a 403.
    [Theory]
    [InlineData("/2.0/repositories/demo/website")]
    [InlineData("/2.0/workspaces/demo/projects/WEB")]
    public async Task OAuth_cannot_change_permissions_whatever_its_scopes(string place)
    {
        string target = $"{place}/permissions-config/users/{Uri.EscapeDataString(await sandbox.UuidAsync("oconnor"))}";
        await sandbox.PermitAsync(target, "read");

        Answer put = await sandbox.PutAsync(target, """{"permission": "admin"}""");
        Answer delete = await sandbox.DeleteAsync(target);
        Signer signer = await sandbox.SignInAsync();
        Answer signed = await sandbox.SendAsync("DELETE", target, signer.Header("DELETE", sandbox.Origin + target));

        Assert.All([put, delete, signed], answer => Assert.Equal(HttpStatusCode.Forbidden, answer.Status));
        Assert.Equal("read", (string?)(await sandbox.GetAsync(target)).Json["permission"]);
    }

    [Fact]
    public async Task Access_tokens_of_things_have_no_access_to_permissions()
    {
        string repository = "Bearer " + sandbox.Server.IssueRepositoryToken("demo", "api", TimeSpan.FromHours(1));
        string project = "Bearer " + sandbox.Server.IssueProjectToken("demo", "MOB", TimeSpan.FromHours(1));

        Assert.Equal(HttpStatusCode.OK, (await sandbox.SendAsync("GET", "/2.0/repositories/demo/api/branch-restrictions", repository)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.SendAsync("GET", "/2.0/repositories/demo/api/permissions-config/users", repository)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.SendAsync("GET", "/2.0/workspaces/demo/projects/MOB/permissions-config/groups", project)).Status);
    }
}
