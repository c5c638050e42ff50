using System.Net;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox.Tests;

public class RunnerTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string OfRepository = PipelineCalls.Api + "/pipelines-config/runners";
    private const string OfWorkspace = "/2.0/workspaces/demo/pipelines-config/runners";

    [Theory]
    [InlineData(OfRepository)]
    [InlineData(OfWorkspace)]
    public async Task Secret_of_a_runner_is_told_once(string runners)
    {
        Answer made = await sandbox.PostAsync(runners, """{"name": "Told once", "labels": ["self.hosted", "linux"]}""");
        string address = PipelineCalls.Of(runners, made.Json["uuid"]);
        string secret = (string)made.Json["oauth_client"]!["secret"]!;
        string later = (await sandbox.GetAsync(address)).Text + (await sandbox.GetAsync(runners)).Text + (await sandbox.PutAsync(address, """{"name": "Renamed"}""")).Text;

        Assert.Equal(HttpStatusCode.OK, made.Status);
        Assert.Equal("UNREGISTERED", (string?)made.Json["state"]!["status"]);
        Assert.DoesNotContain(secret, later, StringComparison.Ordinal);
        Assert.Equal((string?)made.Json["oauth_client"]!["id"], (string?)(await sandbox.GetAsync(address)).Json["oauth_client"]!["id"]);
    }

    [Theory]
    [InlineData(OfRepository)]
    [InlineData(OfWorkspace)]
    public async Task Runner_is_changed_and_deleted(string runners)
    {
        Answer made = await sandbox.PostAsync(runners, """{"name": "Short-lived", "labels": ["self.hosted"]}""");
        string address = PipelineCalls.Of(runners, made.Json["uuid"]);
        await sandbox.PutAsync(address, """{"labels": ["self.hosted", "arm"], "state": {"status": "DISABLED"}}""");
        JsonNode changed = (await sandbox.GetAsync(address)).Json;
        await sandbox.DeleteAsync(address);

        Assert.Equal(("Short-lived", "DISABLED", "arm"), ((string)changed["name"]!, (string)changed["state"]!["status"]!, (string)changed["labels"]![1]!));
        Assert.Equal(HttpStatusCode.NotFound, (await sandbox.GetAsync(address)).Status);
    }

    [Theory]
    [InlineData("""{"name": "A", "labels": ["linux"]}""")]
    [InlineData("""{"name": "", "labels": ["self.hosted"]}""")]
    [InlineData("""{"name": "A"}""")]
    public async Task Runner_that_makes_no_sense_is_refused(string body)
        => Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.PostAsync(OfRepository, body)).Status);

    [Fact]
    public async Task Name_that_is_taken_is_a_conflict()
    {
        const string Body = """{"name": "Twice", "labels": ["self.hosted"]}""";
        await sandbox.PostAsync(OfRepository, Body);

        Assert.Equal(HttpStatusCode.Conflict, (await sandbox.PostAsync(OfRepository, Body)).Status);
    }

    [Fact]
    public async Task Runner_does_not_come_online_by_being_told_to()
    {
        Answer made = await sandbox.PostAsync(OfRepository, """{"name": "Offline", "labels": ["self.hosted"]}""");

        Answer answer = await sandbox.PutAsync(PipelineCalls.Of(OfRepository, made.Json["uuid"]), """{"state": {"status": "ONLINE"}}""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }
}
