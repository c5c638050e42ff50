using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>The variables of a repository, a workspace and an environment behave alike.</summary>
public class VariableTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string OfRepository = PipelineCalls.Api + "/pipelines_config/variables";
    private const string OfWorkspace = "/2.0/workspaces/demo/pipelines-config/variables";

    [Theory]
    [InlineData(OfRepository)]
    [InlineData(OfWorkspace)]
    public async Task Variable_is_made_changed_and_deleted(string variables)
    {
        Answer made = await sandbox.PostAsync(variables, """{"key": "COLOUR", "value": "green"}""");
        string address = PipelineCalls.Of(variables, made.Json["uuid"]);
        JsonNode first = (await sandbox.GetAsync(address)).Json;
        Answer changed = await sandbox.PutAsync(address, """{"value": "blue"}""");
        JsonNode second = (await sandbox.GetAsync(address)).Json;
        Answer deleted = await sandbox.DeleteAsync(address);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.NoContent), (made.Status, changed.Status, deleted.Status));
        Assert.Equal(("COLOUR", "green", false), ((string)first["key"]!, (string)first["value"]!, (bool)first["secured"]!));
        Assert.Equal(("COLOUR", "blue"), ((string)second["key"]!, (string)second["value"]!));
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.DeleteAsync(address)).Status);
    }

    [Theory]
    [InlineData(OfRepository)]
    [InlineData(OfWorkspace)]
    public async Task Value_of_a_secured_variable_never_comes_back(string variables)
    {
        Answer made = await sandbox.PostAsync(variables, """{"key": "SECURED", "value": "hidden-from-all", "secured": true}""");
        string address = PipelineCalls.Of(variables, made.Json["uuid"]);
        Answer opened = await sandbox.PutAsync(address, """{"secured": false}""");
        Answer changed = await sandbox.PutAsync(address, """{"value": "hidden-from-all-too"}""");
        string[] texts = [made.Text, opened.Text, changed.Text, (await sandbox.GetAsync(address)).Text, (await sandbox.GetAsync(variables)).Text];

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (opened.Status, changed.Status));
        Assert.DoesNotContain(texts, text => text.Contains("hidden-from-all", StringComparison.Ordinal));
        Assert.False(changed.Json.AsObject().ContainsKey("value"));
        Assert.True((bool?)(await sandbox.GetAsync(address)).Json["secured"]);
    }

    [Fact]
    public async Task Secured_variable_becomes_an_open_one_with_a_new_value()
    {
        Answer made = await sandbox.PostAsync(OfRepository, """{"key": "TO_BE_OPENED", "value": "old", "secured": true}""");
        string address = PipelineCalls.Of(OfRepository, made.Json["uuid"]);
        await sandbox.PutAsync(address, """{"secured": false, "value": "new"}""");

        Assert.Equal("new", (string?)(await sandbox.GetAsync(address)).Json["value"]);
    }

    [Theory]
    [InlineData(OfRepository)]
    [InlineData(OfWorkspace)]
    public async Task Key_that_is_taken_is_a_conflict(string variables)
    {
        await sandbox.PostAsync(variables, """{"key": "TAKEN", "value": "1"}""");
        Answer other = await sandbox.PostAsync(variables, """{"key": "FREE", "value": "1"}""");
        Answer again = await sandbox.PostAsync(variables, """{"key": "TAKEN", "value": "2"}""");
        Answer renamed = await sandbox.PutAsync(PipelineCalls.Of(variables, other.Json["uuid"]), """{"key": "TAKEN"}""");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (again.Status, renamed.Status));
        Assert.Null(again.Json["type"]);
        Assert.Contains("TAKEN", again.Detail(), StringComparison.Ordinal);
        Assert.Equal("FREE", (string?)(await sandbox.GetAsync(PipelineCalls.Of(variables, other.Json["uuid"]))).Json["key"]);
    }

    [Theory]
    [InlineData("""{"key": "1A", "value": "1"}""")]
    [InlineData("""{"key": "A-B", "value": "1"}""")]
    [InlineData("""{"key": "", "value": "1"}""")]
    [InlineData("""{"key": "A B", "value": "1"}""")]
    [InlineData("""{"key": "A\n", "value": "1"}""")]
    [InlineData("""{"key": "A"}""")]
    [InlineData("""{"value": "1"}""")]
    [InlineData("""{"key": "A", "value": 1}""")]
    [InlineData("""{"key": "A", "value": "1", "colour": "green"}""")]
    public async Task Variable_that_no_shell_takes_is_refused(string body)
        => Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.PostAsync(OfRepository, body)).Status);

    [Theory]
    [InlineData(OfRepository)]
    [InlineData(OfWorkspace)]
    public async Task Members_look_and_administrators_change(string variables)
    {
        string asha = sandbox.As("asha");

        Assert.Equal(HttpStatusCode.OK, (await sandbox.SendAsync("GET", variables, asha)).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden, (await sandbox.SendAsync("POST", variables, asha, SandboxFixture.Json("""{"key": "MINE", "value": "1"}"""))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.SendAsync("GET", variables, sandbox.As("stranger"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await sandbox.SendAsync("GET", variables)).Status);
    }

    [Fact]
    public async Task Nobody_in_particular_sees_the_variables_of_a_public_repository()
        => Assert.Equal(
            HttpStatusCode.Unauthorized, (await sandbox.SendAsync("GET", "/2.0/repositories/demo/docs/pipelines_config/variables")).Status);

    [Fact]
    public async Task Changing_needs_the_scope_for_variables()
    {
        string writer = "Bearer " + sandbox.Server.IssueAccessToken(TimeSpan.FromHours(1), "pipeline:write", "repository:admin");

        Answer answer = await sandbox.SendAsync("POST", OfRepository, writer, SandboxFixture.Json("""{"key": "A", "value": "1"}"""));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(["pipeline:variable"], answer.Scopes.Required);
    }

    [Fact]
    public async Task Variables_of_an_environment_go_with_it()
    {
        Answer environment = await sandbox.PostAsync(PipelineCalls.Api + "/environments", """{"name": "Short-lived"}""");
        string variables = PipelineCalls.Of(PipelineCalls.Api + "/deployments_config/environments", environment.Json["uuid"]) + "/variables";
        Answer made = await sandbox.PostAsync(variables, """{"key": "COLOUR", "value": "green"}""");
        await sandbox.PutAsync(PipelineCalls.Of(variables, made.Json["uuid"]), """{"value": "red"}""");
        JsonArray before = (await sandbox.GetAsync(variables)).Json["values"]!.AsArray();
        await sandbox.DeleteAsync(PipelineCalls.Of(PipelineCalls.Api + "/environments", environment.Json["uuid"]));

        Assert.Equal("red", (string?)Assert.Single(before)!["value"]);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync(variables)).Status);
    }
}
