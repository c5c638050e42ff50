using System.Management.Automation;
using System.Net;
using BitbucketPS.Sandbox;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.PullRequests;

public sealed class CommentGotchaTests
{
    private const string Create = "New-BitbucketPullRequestComment acme/web 7 'An answer' -ReplyTo 5 -Session $session";

    [Fact]
    public void Gotcha12_DeletedAccounts_AreNobody()
    {
        using ModuleRunspace module = Connect("""
            {"values": [{"id": 1, "user": null, "content": {"raw": "x"}, "resolution": {"user": null, "created_on": "2026-01-02T03:04:05+00:00"}}]}
            """);

        ScriptResult result = module.Run(
            "Get-BitbucketPullRequestComment acme/web 7 -Session $session | ForEach-Object { \"$($_.Id)|$($_.User)|$($_.IsResolved)|$($_.ResolvedBy)\" }");
        string table = module.Render("Get-BitbucketPullRequestComment acme/web 7 -Session $session");

        Assert.Equal(["1||True|"], result.Clean().Select(line => $"{line}"));
        Assert.Matches(@"1 +\S*RESOLVED\S* +x", table);
    }

    [Fact]
    public void Gotcha13_DeletedComment_LacksItsContent()
    {
        const string Page = """{"values": [{"id": 1, "deleted": true}, {"id": 2, "deleted": true, "content": null}, {"id": 3, "content": {"raw": "x"}}]}""";
        using ModuleRunspace module = Connect(Page);

        Assert.Equal(["3"], module.Run("Get-BitbucketPullRequestComment acme/web 7 -Session $session").Texts("Id"));
        Assert.Equal(["", "", "x"], module.Run("Get-BitbucketPullRequestComment acme/web 7 -IncludeDeleted -Session $session").Texts("Content"));
        Assert.Contains("DELETED", module.Render("Get-BitbucketPullRequestComment acme/web 7 -IncludeDeleted -Session $session"), StringComparison.Ordinal);
    }

    [Fact]
    public void Gotcha14_EmptyResolution_IsAnOpenThread()
    {
        using ModuleRunspace module = Connect("""{"values": [{"id": 1, "resolution": {}}, {"id": 2, "resolution": null}, {"id": 3}, {"id": 4, "resolution": {"user": {"nickname": "ada"}}}]}""");

        Assert.Equal(["1", "2", "3"], module.Run("Get-BitbucketPullRequestComment acme/web 7 -Unresolved -Session $session").Texts("Id"));
    }

    [Theory]
    [InlineData("""{"id": 6}""", true)]
    [InlineData("""{"id": 6, "parent": null}""", true)]
    [InlineData("""{"id": 6, "parent": {"id": 4}}""", true)]
    [InlineData("""{"id": 6, "parent": {"id": 5}}""", false)]
    public void Gotcha20_AnswerOutsideTheThread_IsAWarning(string answer, bool warns)
    {
        using ModuleRunspace module = Connect(answer);

        ScriptResult result = module.Run(Create);

        Assert.Equal(["6"], result.Texts("Id"));
        Assert.Equal(warns ? ["Bitbucket wrote acme/web#7/comments/6, but not as an answer to comment 5: it begins a thread of its own."] : [], result.Warnings);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public void Gotcha20_ServerFails_CommentIsNotSentAgain(HttpStatusCode status)
    {
        using ModuleRunspace module = new();
        ScriptedServer server = new((_, _, _) => Task.FromResult(ScriptedServer.Json("{}", status)));
        server.Connect(module, retries: 5, time: new HastyClock());

        ErrorRecord error = module.Run(Create).SingleError;

        Assert.Single(server.Requests);
        Assert.StartsWith("ServerError,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("may have been carried out", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gotcha20_AnswerLostAfterTheWrite_IsThereOnce()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        scene.Sandbox.Server.Faults.Add(new() { Kind = SandboxFaultKind.ResetMidBody, PathContains = "/comments" });

        ErrorRecord error = scene.Run("New-BitbucketPullRequestComment demo/api 1 once").SingleError;

        Assert.Contains("may have been carried out", error.ToString(), StringComparison.Ordinal);
        Assert.InRange((await scene.ReadAsync("1/comments"))["values"]!.AsArray().Count(comment => (string?)comment!["content"]!["raw"] is "once"), 0, 1);
    }

    private static ModuleRunspace Connect(string answer)
    {
        ModuleRunspace module = new();
        new ScriptedServer((_, _, _) => Task.FromResult(ScriptedServer.Json(answer))).Connect(module);
        return module;
    }
}
