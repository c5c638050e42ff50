using System.Net;

namespace BitbucketPS.Sandbox.Tests;

public class CommitStatusTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Api = "/2.0/repositories/demo/api";

    [Fact]
    public async Task Second_status_with_a_key_changes_the_first_and_is_no_creation()
    {
        string statuses = await StatusesAsync("main");

        Answer first = await sandbox.PostAsync(statuses + "/build", """{"key": "ci", "state": "INPROGRESS", "url": "https://ci.example.org/1"}""");
        Answer second = await sandbox.PostAsync(statuses + "/build", """{"key": "ci", "state": "FAILED", "url": "https://ci.example.org/1", "refname": "main"}""");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.Status, second.Status));
        Answer list = await sandbox.GetAsync(statuses + "?refname=main");
        Assert.Equal("FAILED", (string?)Assert.Single(list.Json["values"]!.AsArray())!["state"]);
    }

    [Theory]
    [InlineData("""{"key": "12345678901234567890123456789012345678901", "state": "FAILED", "url": "https://x.example.org"}""", "key")]
    [InlineData("""{"key": "a", "state": "DONE", "url": "https://x.example.org"}""", "state")]
    [InlineData("""{"key": "a", "state": "FAILED"}""", "url")]
    [InlineData("""{"state": "FAILED", "url": "https://x.example.org"}""", "key")]
    public async Task Bad_status_names_its_field_and_is_not_there(string json, string field)
    {
        string statuses = await StatusesAsync("develop");

        Answer answer = await sandbox.PostAsync(statuses + "/build", json);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Json["error"]!["fields"]![field]);
        Assert.Empty((await sandbox.GetAsync(statuses)).Json["values"]!.AsArray());
    }

    private async Task<string> StatusesAsync(string branch)
        => $"{Api}/commit/{(string)(await sandbox.GetAsync($"{Api}/refs/branches/{branch}")).Json["target"]!["hash"]!}/statuses";
}
