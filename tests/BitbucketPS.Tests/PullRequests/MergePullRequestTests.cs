using System.Management.Automation;
using System.Text.Json.Nodes;
using BitbucketPS.Sandbox;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.PullRequests;

public sealed class MergePullRequestTests
{
    // By that clock an attempt would have a second.
    private const string Connect
        = "$session = [BitbucketPS.BitbucketSession]::new([BitbucketPS.BitbucketClient]::new([BitbucketPS.BitbucketClientOptions]@{"
        + " BaseUri = $baseUri; TimeProvider = $clock; Timeout = '08:00:00'; Signer = [BitbucketPS.Signing.BearerSigner]::new($token) }), 'demo')";

    [Theory]
    [InlineData("Merge-BitbucketPullRequest demo/api 4 -Strategy squash -Message 'All in one' -CloseSourceBranch")]
    [InlineData("$pr | Merge-BitbucketPullRequest -Strategy squash -Message 'All in one' -CloseSourceBranch")]
    public async Task Merge_Squash_IsThere(string script)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        Offer(scene, "clean");
        scene.Run("$pr = Get-BitbucketPullRequest demo/api 4").Clean();

        string[] merged = scene.Show(script, "ToString()", "State", "MergeCommit.Length", "ClosedBy");

        Assert.Equal(["demo/api#4|MERGED|40|Dana Demo"], merged);
        Assert.Equal("MERGED", (string?)(await scene.ReadAsync("4"))["state"]);
        Assert.DoesNotContain("clean", await scene.Sandbox.GitBranchesAsync("api"));
        string[] head = await Git.LinesAsync(scene.Sandbox.Server.RepositoryPath("demo", "api"), "log", "-1", "--format=%s", "main");
        Assert.Equal(["All in one"], head);
    }

    [Fact]
    public async Task Merge_Several_AreMergedOneAfterTheOther()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        Offer(scene, "clean/1");
        Offer(scene, "clean/2");

        string[] states = scene.Show("Get-BitbucketPullRequest demo/api -SourceBranch clean/* | Merge-BitbucketPullRequest", "State");

        Assert.Equal(["MERGED", "MERGED"], states);
    }

    [Fact]
    public async Task Merge_Async_WritesTheTask()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        string[] task = scene.Show("Merge-BitbucketPullRequest demo/api 1 -Async", "Repository", "PullRequestId", "Status", "PullRequest", "TaskId.Length");

        Assert.Equal(["demo/api|1|PENDING||36"], task);
    }

    [Fact]
    public async Task Merge_Wait_FollowsTheTaskToItsEnd()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        Offer(scene, "clean");
        Hurry(scene);
        int before = scene.Count;

        string[] merged = scene.Show("Merge-BitbucketPullRequest demo/api 4 -Wait -TimeoutSec 36000 -Session $session", "ToString()", "State");

        Assert.Equal(["demo/api#4|MERGED"], merged);
        string[] requests = scene.Sandbox.RequestsSince(before);
        Assert.Equal("POST /2.0/repositories/demo/api/pullrequests/4/merge?async=true", requests[0]);
        Assert.All(requests[1..], request => Assert.StartsWith("GET /2.0/repositories/demo/api/pullrequests/4/merge/task-status/", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Gotcha19_Merge_NotDoneInTime_MayStillRun()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        ErrorRecord error = scene.Run("Merge-BitbucketPullRequest demo/api 1 -Wait -TimeoutSec 0").SingleError;

        Assert.StartsWith("Timeout,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Matches("demo/api#1 may still run: its task [0-9a-f-]{36} ", error.ToString());
        Assert.Contains("Get-BitbucketPullRequest demo/api 1", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(555)]
    [InlineData(502)]
    public async Task Gotcha20_Merge_ServerFails_IsNotSentTwice(int status)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        scene.Sandbox.Server.Faults.Add(new() { Kind = SandboxFaultKind.Status, PathContains = "/merge", Status = status });
        int before = scene.Count;

        ErrorRecord error = scene.Run("Merge-BitbucketPullRequest demo/api 1").SingleError;

        Assert.Single(scene.WritesSince(before));
        Assert.Contains("demo/api#1 may still run", error.ToString(), StringComparison.Ordinal);
    }

    // The sandbox breaks off an answer before anything is done.
    [Fact]
    public async Task Gotcha20_Merge_AnswerLost_IsLookedForAndNotSentAgain()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        Offer(scene, "clean");
        scene.Sandbox.Server.Faults.Add(new() { Kind = SandboxFaultKind.ResetMidBody, PathContains = "/merge" });
        int before = scene.Count;

        ErrorRecord error = scene.Run("Merge-BitbucketPullRequest demo/api 4").SingleError;

        Assert.Contains("demo/api#4 may still run", $"{error}", StringComparison.Ordinal);
        Assert.Single(scene.WritesSince(before));
        Assert.Contains("GET /2.0/repositories/demo/api/pullrequests/4", scene.Sandbox.RequestsSince(before));
    }

    [Fact]
    public async Task Merge_WhatIf_MergesNothing()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        int before = scene.Count;

        Assert.Empty(scene.Run("Merge-BitbucketPullRequest demo/api 1 -WhatIf").Clean());

        Assert.Contains("""What if: Performing the operation "Merge pull request" on target "demo/api#1".""", scene.Module.Shown, StringComparison.Ordinal);
        Assert.Empty(scene.WritesSince(before));
    }

    [Theory]
    [InlineData("Merge-BitbucketPullRequest demo/api 3", "BadRequest", "already closed")]
    [InlineData("Merge-BitbucketPullRequest demo/api 99", "NotFound", "demo/api#99")]
    [InlineData("Merge-BitbucketPullRequest demo/api 1 -Message ('x' * 131073)", "InvalidArgument", "128 KiB")]
    public async Task Merge_Impossible_IsOneClearError(string script, string id, string about)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        ErrorRecord error = scene.Run(script).SingleError;

        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(about, $"{error} {error.TargetObject}", StringComparison.Ordinal);
        JsonNode open = await scene.ReadAsync("1");
        Assert.Equal("OPEN", (string?)open["state"]);
    }

    // Those of the demo all conflict with what came after them.
    private static void Offer(ReviewScene scene, string branch)
        => scene.Run($"""
            $null = New-BitbucketBranch demo/api {branch} -Target main
            $null = Set-BitbucketContent demo/api {branch}.txt new -Branch {branch} -Message 'Add a file'
            $null = New-BitbucketPullRequest demo/api {branch} -Title 'Add a file'
            """).Clean();

    private static void Hurry(ReviewScene scene) => scene.Module.Run(
        Connect,
        ("baseUri", scene.Sandbox.BaseUri),
        ("clock", new FastClock()),
        ("token", scene.Sandbox.Server.IssueAccessToken(TimeSpan.FromHours(1)))).Clean();
}
