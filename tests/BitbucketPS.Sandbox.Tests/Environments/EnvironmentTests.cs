using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class EnvironmentTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Environments = PipelineCalls.Api + "/environments";

    [Fact]
    public async Task Demo_has_an_environment_of_each_type()
    {
        JsonArray all = (await sandbox.GetAsync("/2.0/repositories/demo/api/environments")).Json["values"]!.AsArray();

        foreach ((string name, int rank) in ((string, int)[])[("Test", 0), ("Staging", 1), ("Production", 2)])
        {
            JsonNode environment = Assert.Single(all, item => string.Equals((string?)item!["name"], name, StringComparison.Ordinal))!;
            Assert.Equal((name, rank), ((string)environment["environment_type"]!["name"]!, (int)environment["environment_type"]!["rank"]!));
        }
    }

    [Fact]
    public async Task New_environment_has_all_that_answers_have()
    {
        Answer made = await sandbox.PostAsync(Environments, """{"name": "Test of größe", "environment_type": {"name": "Staging"}}""");

        JsonObject json = (await sandbox.GetAsync(PipelineCalls.Of(Environments, made.Json["uuid"]))).Json.AsObject();

        string[] known = ["slug", "rank", "hidden", "environment_type", "lock", "restrictions", "category", "deployment_gate_enabled", "environment_lock_enabled"];
        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Empty(known.Except(json.Select(property => property.Key), StringComparer.Ordinal));
        Assert.Equal(("Test of größe", "Staging"), ((string)json["name"]!, (string)json["category"]!["name"]!));
    }

    [Fact]
    public async Task New_environment_ranks_behind_all_others_also_when_some_are_gone()
    {
        string gone = await MakeAsync("To be deleted");
        string kept = await MakeAsync("To be kept");
        await sandbox.DeleteAsync(gone);

        Answer added = await sandbox.GetAsync(await MakeAsync("Last"));

        Assert.True((int)added.Json["rank"]! > (int)(await sandbox.GetAsync(kept)).Json["rank"]!);
    }

    [Fact]
    public async Task Name_that_is_taken_is_a_conflict()
    {
        Answer answer = await sandbox.PostAsync(Environments, """{"name": "staging"}""");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Null(answer.Json["type"]);
    }

    [Theory]
    [InlineData("""{"name": ""}""")]
    [InlineData("""{}""")]
    [InlineData("""{"name": "A", "environment_type": {"name": "Moon"}}""")]
    [InlineData("""{"name": "A", "environment_type": "Test"}""")]
    public async Task Environment_that_makes_no_sense_is_refused(string body)
        => Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.PostAsync(Environments, body)).Status);

    [Fact]
    public async Task Change_is_accepted_without_a_body_and_seen_afterwards()
    {
        string address = await MakeAsync("To be renamed");

        Answer answer = await sandbox.PostAsync(address + "/changes", """{"change": {"name": "Renamed", "restrictions": {"admin_only": true}}}""");

        JsonNode json = (await sandbox.GetAsync(address)).Json;
        Assert.Equal((HttpStatusCode.Accepted, ""), (answer.Status, answer.Text));
        Assert.Equal(("Renamed", "renamed", true), ((string)json["name"]!, (string)json["slug"]!, (bool)json["restrictions"]!["admin_only"]!));
    }

    [Theory]
    [InlineData("""{"change": {"name": "Production"}}""", 409)]
    [InlineData("""{"change": {"name": ""}}""", 400)]
    [InlineData("""{"change": "name"}""", 400)]
    [InlineData("""{"change": {"restrictions": {}}}""", 400)]
    [InlineData("""{"change": {"restrictions": true}}""", 400)]
    [InlineData("""{}""", 400)]
    public async Task Change_that_makes_no_sense_is_refused(string body, int status)
    {
        string address = await MakeAsync("Unchanged " + body.GetHashCode(StringComparison.Ordinal));

        Answer answer = await sandbox.PostAsync(address + "/changes", body);

        Assert.Equal(status, (int)answer.Status);
        Assert.StartsWith("Unchanged", (string?)(await sandbox.GetAsync(address)).Json["name"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleted_environment_is_gone()
    {
        string address = await MakeAsync("To be deleted");

        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.DeleteAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.PostAsync(address + "/changes", """{"change": {"name": "A"}}""")).Status);
    }

    [Fact]
    public async Task Who_may_only_write_does_not_make_environments()
        => Assert.Equal(
            HttpStatusCode.Forbidden, (await sandbox.SendAsync("POST", Environments, sandbox.As("asha"), SandboxFixture.Json("""{"name": "Mine"}"""))).Status);

    private async Task<string> MakeAsync(string name)
        => PipelineCalls.Of(Environments, (await sandbox.PostAsync(Environments, new JsonObject { ["name"] = name }.ToJsonString())).Json["uuid"]);
}
