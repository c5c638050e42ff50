using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class UserTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task User_is_found_by_both_ids_and_not_by_name()
    {
        JsonNode asha = (await sandbox.SendAsync("GET", "/2.0/user", sandbox.As("asha"))).Json;

        JsonNode byUuid = (await sandbox.GetAsync($"/2.0/users/{Uri.EscapeDataString((string)asha["uuid"]!)}")).Json;
        JsonNode byId = (await sandbox.GetAsync($"/2.0/users/{asha["account_id"]}")).Json;

        Assert.True(JsonNode.DeepEquals(byUuid, byId));
        Assert.Equal("Asha Rao", (string?)byUuid["display_name"]);
        Assert.Null(byUuid["username"]);
        Assert.Equal("asha", (string?)asha["username"]);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync("/2.0/users/asha")).Status);
    }

    [Fact]
    public async Task Addresses_are_ones_own()
    {
        JsonNode email = (await sandbox.GetAsync("/2.0/user/emails")).Json["values"]!.AsArray().Single()!;

        Assert.Equal("demo@example.org", (string?)email["email"]);
        Assert.True((bool)email["is_primary"]!);
        Assert.True(JsonNode.DeepEquals(email, (await sandbox.GetAsync("/2.0/user/emails/demo%40example.org")).Json));
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync("/2.0/user/emails/asha%40example.org")).Status);
        Answer scope = await sandbox.SendAsync("GET", "/2.0/user/emails", sandbox.As("demo", "account"));
        Assert.Equal(["email"], scope.Scopes.Required);
    }
}
