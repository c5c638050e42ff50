using System.Management.Automation;
using System.Net;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.PullRequests;

/// <summary>What a wait for a merge in the background makes of a task that cannot be read.</summary>
public sealed class MergeWaitTests : IDisposable
{
    private const string Merge = "Merge-BitbucketPullRequest acme/web 7 -Wait -TimeoutSec 60 -Session $session";

    private readonly ModuleRunspace _module = new();

    public void Dispose() => _module.Dispose();

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public void Gotcha19_TaskCannotBeReadForAWhile_IsAskedForAgain(int status)
    {
        int asked = 0;
        Connect(() => ++asked < 4 ? ScriptedServer.Json("{}", (HttpStatusCode)status) : Done());

        Assert.Equal(["MERGED"], _module.Run(Merge).Texts("State"));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(200)]
    public void Gotcha19_NotDoneInTime_MayStillRunAndNamesTheTask(int status)
    {
        Connect(() => ScriptedServer.Json("""{"task_status": "PENDING"}""", (HttpStatusCode)status));

        ErrorRecord error = _module.Run(Merge).SingleError;

        Assert.StartsWith("Timeout,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("acme/web#7 may still run: its task abc was not done after 60 s.", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Do not merge it again before.", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    public void Gotcha19_TaskIsGone_MayStillRunAndNamesTheTask(int status)
    {
        Connect(() => ScriptedServer.Json("{}", (HttpStatusCode)status));

        ErrorRecord error = _module.Run(Merge).SingleError;

        Assert.Contains("acme/web#7 may still run: its task abc cannot be read", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void MergeFailed_IsItsError()
    {
        Connect(() => ScriptedServer.Json("""{"error": {"message": "There are conflicts"}}""", HttpStatusCode.BadRequest));

        ErrorRecord error = _module.Run(Merge).SingleError;

        Assert.Contains("There are conflicts", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("may still run", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Get-BitbucketPullRequestConflict", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"id": 8, "state": "MERGED"}""")]
    [InlineData("""{"id": 7, "state": "OPEN"}""")]
    public void Merge_AnswerIsNoMergedPullRequest_IsNotTakenForOne(string answer)
    {
        ScriptedServer server = new((method, _, _) => Task.FromResult(ScriptedServer.Json(method is "POST" ? answer : """{"id": 7, "state": "OPEN"}""")));
        server.Connect(_module);

        Assert.Contains("may still run", _module.Run("Merge-BitbucketPullRequest acme/web 7 -Session $session").SingleError.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Close-BitbucketPullRequest acme/web 7")]
    [InlineData("Set-BitbucketPullRequest acme/web 7 -Title x -Reviewer @()")]
    [InlineData("New-BitbucketPullRequest acme/web x -DestinationBranch main -Title x -NoDefaultReviewers")]
    public void Change_AnswerIsNoPullRequest_IsAnErrorThatItMayHaveBeenDone(string script)
    {
        ScriptedServer server = new((method, _, _) => Task.FromResult(ScriptedServer.Json(method is "GET" ? """{"values": []}""" : "{}")));
        server.Connect(_module);

        ErrorRecord error = _module.Run($"{script} -Session $session").SingleError;

        Assert.StartsWith("UnexpectedResponse,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("It may have been carried out all the same.", error.ToString(), StringComparison.Ordinal);
    }

    private static HttpResponseMessage Done() => ScriptedServer.Json("""{"task_status": "SUCCESS", "merge_result": {"id": 7, "state": "MERGED"}}""");

    private void Connect(Func<HttpResponseMessage> task)
    {
        ScriptedServer server = new((method, _, _) => Task.FromResult(method is "POST" ? Begun() : task()));
        server.Connect(_module, time: new HastyClock(TimeSpan.FromSeconds(60)));
    }

    private static HttpResponseMessage Begun()
    {
        HttpResponseMessage response = ScriptedServer.Json("{}", HttpStatusCode.Accepted);
        response.Headers.Location = new("https://api.example.org/2.0/repositories/acme/web/pullrequests/7/merge/task-status/abc");
        return response;
    }
}
