using System.Net;
using System.Text.Json.Nodes;
using BitbucketPS.Client.Tests.Http;

namespace BitbucketPS.Client.Tests.PullRequests;

public sealed class PullRequestTasksClientTests
{
    private const string Tasks = "https://api.bitbucket.org/2.0/repositories/acme/web/pullrequests/7/tasks";

    private static readonly RepositoryId s_repository = new("acme/web");

    [Fact]
    public async Task Create_Draft_IsTheBody()
    {
        ScriptedTransport transport = new(Answers.Json("""{"id": 9, "state": "UNRESOLVED", "comment": {"id": 5}}""", HttpStatusCode.Created));
        using BitbucketClient client = transport.CreateClient();

        PullRequestTask task = await client.PullRequestTasks.CreateAsync(
            s_repository, 7, new("x") { CommentId = 5, IsPending = true }, TestContext.Current.CancellationToken);

        RequireSent(transport, $"POST {Tasks}", """{"content": {"raw": "x"}, "comment": {"id": 5}, "pending": true}""");
        Assert.Equal((9L, 7L, s_repository, 5L, false), (task.Id, task.PullRequestId, task.Repository, task.CommentId, task.IsResolved));
    }

    [Theory]
    [InlineData("x", null, """{"content": {"raw": "x"}}""")]
    [InlineData(null, "RESOLVED", """{"state": "RESOLVED"}""")]
    public async Task Update_OnlyWhatIsGiven_IsTheBody(string? content, string? state, string body)
    {
        ScriptedTransport transport = new(Answers.Json("""{"id": 9, "state": "RESOLVED"}"""));
        using BitbucketClient client = transport.CreateClient();

        PullRequestTask task = await client.PullRequestTasks.UpdateAsync(
            s_repository, 7, 9, new() { Content = content, State = state }, TestContext.Current.CancellationToken);

        RequireSent(transport, $"PUT {Tasks}/9", body);
        Assert.True(task.IsResolved);
    }

    [Fact]
    public async Task List_FilterAndSort_AreSent()
    {
        ScriptedTransport transport = new(Answers.Json("""{"values": [{"id": 1, "state": "SOMETHING_NEW", "creator": null}]}"""));
        using BitbucketClient client = transport.CreateClient();

        PullRequestTask task = await client.PullRequestTasks
            .ListAsync(s_repository, 7, new() { Filter = "state = \"RESOLVED\"", Sort = "-id" }, TestContext.Current.CancellationToken)
            .SingleAsync(TestContext.Current.CancellationToken);

        Assert.Equal($"GET {Tasks}?q=state%20%3D%20%22RESOLVED%22&sort=-id&pagelen=100", Assert.Single(transport.Lines));
        Assert.Equal(("acme/web#7/tasks/1", "SOMETHING_NEW", false), ($"{task}", task.State, task.IsResolved));
    }

    private static void RequireSent(ScriptedTransport transport, string line, string body)
    {
        RecordedRequest sent = Assert.Single(transport.Requests);
        Assert.Equal((line, "application/json"), (sent.Line, sent.ContentType));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(sent.Body!)), sent.Body);
    }
}
