using System.Management.Automation;
using BitbucketPS.Sandbox;

namespace BitbucketPS.Tests.PullRequests;

public sealed class ClosePullRequestTests
{
    [Theory]
    [InlineData("Close-BitbucketPullRequest demo/api 1 -Message 'Not now'")]
    [InlineData("$pr | Close-BitbucketPullRequest -Message 'Not now'")]
    public async Task Gotcha09_Close_IsDeclinedByItsOwnRequest(string script)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        int before = scene.Count;

        Assert.Equal(["demo/api#1|DECLINED|Dana Demo"], scene.Show(script, "ToString()", "State", "ClosedBy"));

        Assert.Equal(
            ["POST /2.0/repositories/demo/api/pullrequests/1/comments", "POST /2.0/repositories/demo/api/pullrequests/1/decline"],
            scene.WritesSince(before));
        Assert.Equal("DECLINED", (string?)(await scene.ReadAsync("1"))["state"]);
        Assert.Contains("Not now", (await scene.ReadAsync("1/comments")).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Close_MessageIsRefused_DeclinesNothing()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        scene.Sandbox.Server.Faults.Add(new() { Kind = SandboxFaultKind.Status, Method = "POST", PathContains = "/comments", Status = 403 });

        Assert.Contains("demo/api#1", scene.Run("Close-BitbucketPullRequest demo/api 1 -Message 'Not now'").SingleError.ToString(), StringComparison.Ordinal);

        Assert.Equal("OPEN", (string?)(await scene.ReadAsync("1"))["state"]);
    }

    [Fact]
    public async Task Close_NotOpenAnyMore_LeavesNoMessage()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        int before = scene.Count;

        ErrorRecord error = scene.Run("Close-BitbucketPullRequest demo/api 3 -Message 'Not now'").SingleError;

        Assert.StartsWith("BadRequest,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("demo/api#3 is DECLINED already", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(scene.WritesSince(before));
    }

    [Fact]
    public async Task Close_WhatIf_ChangesNothing()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        int before = scene.Count;

        Assert.Empty(scene.Run("Get-BitbucketPullRequest demo/api 1 | Close-BitbucketPullRequest -WhatIf").Clean());

        Assert.Contains("""What if: Performing the operation "Decline pull request" on target "demo/api#1".""", scene.Module.Shown, StringComparison.Ordinal);
        Assert.Empty(scene.WritesSince(before));
    }

    [Theory]
    [InlineData(3, "BadRequest")]
    [InlineData(99, "NotFound")]
    public async Task Close_Impossible_IsOneClearError(int id, string kind)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        ErrorRecord error = scene.Run($"Close-BitbucketPullRequest demo/api {id}").SingleError;

        Assert.StartsWith($"{kind},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal($"demo/api#{id}", $"{error.TargetObject}");
    }
}
