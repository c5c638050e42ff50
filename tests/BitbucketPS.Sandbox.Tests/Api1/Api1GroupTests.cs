using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class Api1GroupTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Groups = "/1.0/groups/demo";

    [Fact]
    public async Task Groups_are_one_list_with_their_members()
    {
        JsonArray groups = (await sandbox.GetAsync(Groups)).Json.AsArray();

        Assert.Equal(["administrators", "developers"], groups.Select(group => (string)group!["slug"]!).Order(StringComparer.Ordinal).Take(2));
        JsonNode developers = groups.Single(group => (string?)group!["slug"] is "developers")!;
        Assert.Contains("Asha Rao", developers["members"]!.AsArray().Select(member => (string)member!["display_name"]!));
        Assert.Equal("demo", (string?)developers["owner"]!["username"]);
    }

    [Fact]
    public async Task Group_is_made_filled_and_deleted_with_what_it_was_given()
    {
        const string Permission = "/2.0/repositories/demo/api/permissions-config/groups/night-shift";
        string stranger = Uri.EscapeDataString(await sandbox.UuidAsync("stranger"));

        Assert.Equal(HttpStatusCode.OK, (await sandbox.SendAsync("POST", Groups, sandbox.Bearer, SandboxFixture.Form("name=Night+shift"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.SendAsync("POST", Groups, sandbox.Bearer, SandboxFixture.Form("name=Night+shift"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await sandbox.PutAsync($"{Groups}/night-shift/members/{stranger}", "{}")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await sandbox.PutAsync($"{Groups}/night-shift/members/{stranger}", "{}")).Status);
        Assert.Equal("Sam Stranger", (string?)(await sandbox.GetAsync($"{Groups}/night-shift/members")).Json[0]!["display_name"]);
        await sandbox.PermitAsync(Permission, "read");
        Assert.Equal(HttpStatusCode.OK, (await sandbox.SendAsync("GET", "/2.0/repositories/demo/api", sandbox.As("stranger"))).Status);

        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.DeleteAsync($"{Groups}/night-shift/members/{stranger}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.SendAsync("GET", "/2.0/repositories/demo/api", sandbox.As("stranger"))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.DeleteAsync($"{Groups}/night-shift")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync(Permission)).Status);
        Assert.DoesNotContain("night-shift", (await sandbox.GetAsync("/2.0/repositories/demo/api/permissions-config/groups")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Group_is_made_with_a_form_and_nothing_else()
    {
        using StringContent text = new("name=Overlooked");

        Answer answer = await sandbox.SendAsync("POST", Groups, sandbox.Bearer, text);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.DoesNotContain("Overlooked", (await sandbox.GetAsync(Groups)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groups_are_for_administrators_who_name_the_workspace_by_its_slug()
    {
        string workspace = Uri.EscapeDataString((string)(await sandbox.GetAsync("/2.0/workspaces/demo")).Json["uuid"]!);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await sandbox.GetAsync($"/1.0/groups/{workspace}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.SendAsync("GET", Groups, sandbox.As("asha"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await sandbox.SendAsync("GET", Groups)).Status);
        Answer scope = await sandbox.SendAsync("GET", Groups, sandbox.As("demo", "account"));
        Assert.Equal(["account:write"], scope.Scopes.Required);
    }
}
