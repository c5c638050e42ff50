using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class BranchRestrictionTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Target = "/2.0/repositories/demo/website/branch-restrictions";

    [Fact]
    public async Task Restriction_is_there_until_it_is_deleted()
    {
        JsonNode created = await CreateAsync("""{"kind": "delete", "branch_match_kind": "glob", "pattern": "stays/*"}""");
        string self = $"{Target}/{created["id"]}";

        JsonNode read = (await sandbox.GetAsync(self)).Json;
        Assert.True(JsonNode.DeepEquals(created, read));
        Assert.Equal("branchrestriction", (string?)read["type"]);
        Assert.Equal("stays/*", (string?)read["pattern"]);
        Assert.Null(read["value"]);
        Assert.Empty(read["users"]!.AsArray());
        Assert.EndsWith(self, (string?)read["links"]!["self"]!["href"], StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.DeleteAsync(self)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync(self)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.DeleteAsync(self)).Status);
    }

    [Fact]
    public async Task Exceptions_are_named_by_id_and_answered_whole()
    {
        string asha = await sandbox.UuidAsync("asha");
        JsonNode created = await CreateAsync(
            $$$"""{"kind": "push", "pattern": "named/*", "users": [{"uuid": "{{{asha}}}"}], "groups": [{"slug": "developers"}]}""");

        JsonNode read = (await sandbox.GetAsync($"{Target}/{created["id"]}")).Json;
        Assert.Equal("Asha Rao", (string?)read["users"]![0]!["display_name"]);
        Assert.Equal("Developers", (string?)read["groups"]![0]!["name"]);
        Assert.Equal("demo:developers", (string?)read["groups"]![0]!["full_slug"]);
    }

    [Fact]
    public async Task Update_changes_what_it_names_and_nothing_else()
    {
        JsonNode created = await CreateAsync("""{"kind": "require_approvals_to_merge", "pattern": "counted", "value": 1}""");
        string self = $"{Target}/{created["id"]}";

        Assert.Equal(HttpStatusCode.OK, (await sandbox.PutAsync(self, """{"value": 2}""")).Status);

        JsonNode read = (await sandbox.GetAsync(self)).Json;
        Assert.Equal(2, (int?)read["value"]);
        Assert.Equal("counted", (string?)read["pattern"]);
        Assert.Equal("require_approvals_to_merge", (string?)read["kind"]);
    }

    [Fact]
    public async Task Second_restriction_of_a_kind_for_the_same_branches_is_a_conflict()
    {
        await CreateAsync("""{"kind": "force", "pattern": "twice"}""");
        JsonNode model = await CreateAsync("""{"kind": "force", "branch_match_kind": "branching_model", "branch_type": "hotfix"}""");

        Assert.Equal(HttpStatusCode.Conflict, (await sandbox.PostAsync(Target, """{"kind": "force", "pattern": "twice"}""")).Status);
        Answer second = await sandbox.PostAsync(Target, """{"kind": "force", "branch_match_kind": "branching_model", "branch_type": "hotfix"}""");
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Equal("", (string?)model["pattern"]);
        Assert.Equal(HttpStatusCode.Conflict, (await sandbox.PutAsync($"{Target}/{model["id"]}", """{"branch_match_kind": "glob", "pattern": "twice"}""")).Status);
    }

    [Fact]
    public async Task List_is_filtered_by_kind_and_pattern()
    {
        await CreateAsync("""{"kind": "delete", "pattern": "filtered"}""");
        await CreateAsync("""{"kind": "push", "pattern": "filtered"}""");

        JsonNode both = (await sandbox.GetAsync(Target + "?pattern=filtered")).Json;
        JsonNode one = (await sandbox.GetAsync(Target + "?pattern=filtered&kind=push")).Json;

        Assert.Equal(["delete", "push"], both["values"]!.AsArray().Select(item => (string)item!["kind"]!));
        Assert.Equal("push", (string?)Assert.Single(one["values"]!.AsArray())!["kind"]);
    }

    [Theory]
    [InlineData("""{"pattern": "x"}""", "kind")]
    [InlineData("""{"kind": "wish", "pattern": "x"}""", "kind")]
    [InlineData("""{"kind": "push"}""", "pattern")]
    [InlineData("""{"kind": "push", "branch_match_kind": "branching_model"}""", "branch_type")]
    [InlineData("""{"kind": "push", "branch_match_kind": "branching_model", "branch_type": "feature", "pattern": "x"}""", "pattern")]
    [InlineData("""{"kind": "push", "branch_match_kind": "glob", "branch_type": "feature", "pattern": "x"}""", "branch_type")]
    [InlineData("""{"kind": "push", "pattern": "x", "users": [{"uuid": "asha"}]}""", "users")]
    [InlineData("""{"kind": "push", "pattern": "x", "users": [{"nickname": "asha"}]}""", "users.uuid")]
    [InlineData("""{"kind": "push", "pattern": "x", "groups": [{"slug": "nobody"}]}""", "groups")]
    [InlineData("""{"kind": "delete", "pattern": "x", "groups": [{"slug": "developers"}]}""", "groups")]
    [InlineData("""{"kind": "delete", "pattern": "x", "value": 1}""", "value")]
    [InlineData("""{"kind": "require_approvals_to_merge", "pattern": "x"}""", "value")]
    [InlineData("""{"kind": "require_approvals_to_merge", "pattern": "x", "value": 0}""", "value")]
    public async Task Restriction_that_makes_no_sense_is_refused(string body, string field)
    {
        Answer answer = await sandbox.PostAsync(Target, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Json["error"]!["fields"]![field]);
    }

    [Fact]
    public async Task Only_administrators_see_restrictions_and_strangers_nothing()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.SendAsync("GET", Target, sandbox.As("asha"))).Status);
        HttpContent body = SandboxFixture.Json("""{"kind": "push", "pattern": "mine"}""");
        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.SendAsync("POST", Target, sandbox.As("asha"), body)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.SendAsync("GET", Target, sandbox.As("stranger"))).Status);
        Answer scope = await sandbox.SendAsync("GET", Target, sandbox.As("demo", "repository"));
        Assert.Equal(HttpStatusCode.Forbidden, scope.Status);
        Assert.Equal(["repository:admin"], scope.Scopes.Required);
    }

    private async Task<JsonNode> CreateAsync(string body)
    {
        Answer answer = await sandbox.PostAsync(Target, body);
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return answer.Json;
    }
}
