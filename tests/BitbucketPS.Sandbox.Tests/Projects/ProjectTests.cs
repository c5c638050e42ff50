using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class ProjectTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Projects = "/2.0/workspaces/demo/projects";

    [Fact]
    public async Task Project_is_made_changed_and_deleted()
    {
        Answer made = await sandbox.PostAsync(Projects, """{"key": "lib", "name": "Libraries", "description": "Shared", "is_private": false}""");
        Assert.Equal(HttpStatusCode.Created, made.Status);
        JsonNode read = (await sandbox.GetAsync($"{Projects}/LIB")).Json;
        Assert.True(JsonNode.DeepEquals(made.Json, read));
        Assert.Equal("LIB", (string?)read["key"]);
        Assert.Equal("demo", (string?)read["workspace"]!["slug"]);
        Assert.False((bool)read["has_publicly_visible_repos"]!);
        Assert.Contains("Libraries", (await sandbox.GetAsync($"{Projects}?q=key%3D%22LIB%22&sort=-name")).Names);

        Answer changed = await sandbox.PutAsync($"{Projects}/LIB", """{"key": "LIBS", "description": "All"}""");

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.EndsWith($"{Projects}/LIBS", changed.Location.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync($"{Projects}/LIB")).Status);
        Assert.Equal("Libraries", (string?)(await sandbox.GetAsync($"{Projects}/LIBS")).Json["name"]);
        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.DeleteAsync($"{Projects}/LIBS")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync($"{Projects}/LIBS")).Status);
    }

    [Fact]
    public async Task Put_makes_a_project_that_is_not_there()
    {
        Assert.Equal(HttpStatusCode.Created, (await sandbox.PutAsync($"{Projects}/PUT1", """{"name": "Put"}""")).Status);
        Assert.Equal("Put", (string?)(await sandbox.GetAsync($"{Projects}/PUT1")).Json["name"]);
    }

    [Fact]
    public async Task Project_with_repositories_stays()
    {
        Answer answer = await sandbox.DeleteAsync($"{Projects}/WEB");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal("The project still has repositories.", answer.Message);
        Assert.Equal(HttpStatusCode.OK, (await sandbox.GetAsync($"{Projects}/WEB")).Status);
    }

    [Theory]
    [InlineData("""{"name": "No key"}""", "key")]
    [InlineData("""{"key": "NONAME"}""", "name")]
    [InlineData("""{"key": "1ST", "name": "x"}""", "key")]
    [InlineData("""{"key": "A-B", "name": "x"}""", "key")]
    [InlineData("""{"key": "web", "name": "x"}""", "key")]
    [InlineData("""{"key": "OK", "name": ""}""", "name")]
    public async Task Project_that_cannot_be_is_refused(string body, string field)
    {
        Answer answer = await sandbox.PostAsync(Projects, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Json["error"]!["fields"]![field]);
    }

    [Fact]
    public async Task Projects_are_changed_by_administrators_and_hidden_from_strangers()
    {
        HttpContent Body() => SandboxFixture.Json("""{"key": "MINE", "name": "Mine"}""");
        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.SendAsync("POST", Projects, sandbox.As("asha"), Body())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.SendAsync("PUT", $"{Projects}/WEB", sandbox.As("asha"), Body())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.SendAsync("DELETE", $"{Projects}/WEB", sandbox.As("asha"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await sandbox.SendAsync("GET", $"{Projects}/WEB", sandbox.As("asha"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.SendAsync("GET", $"{Projects}/WEB", sandbox.As("stranger"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.SendAsync("GET", Projects, sandbox.As("stranger"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.SendAsync("POST", Projects, sandbox.As("stranger"), Body())).Status);
        Answer scope = await sandbox.SendAsync("POST", Projects, sandbox.As("demo", "project"), Body());
        Assert.Equal(["project:admin"], scope.Scopes.Required);
    }
}
