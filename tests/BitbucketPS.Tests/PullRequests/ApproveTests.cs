using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.PullRequests;

public sealed class ApproveTests
{
    [Theory]
    [InlineData("Approve-BitbucketPullRequest demo/api 1", "approved")]
    [InlineData("'demo/api' | Approve-BitbucketPullRequest -Id 1", "approved")]
    [InlineData("$pr | Approve-BitbucketPullRequest", "approved")]
    [InlineData("[pscustomobject]@{ Repository = 'demo/api'; Id = '1' } | Approve-BitbucketPullRequest", "approved")]
    [InlineData("Request-BitbucketPullRequestChange demo/api 1", "changes_requested")]
    [InlineData("$pr | Request-BitbucketPullRequestChange", "changes_requested")]
    public async Task Review_OfAnyInput_IsThere(string script, string state)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        Assert.Null(await scene.MyReviewAsync(1));

        string[] me = scene.Show(script, "User", "Role", "State", "IsApproved", "ParticipatedOn.Offset");

        Assert.Equal([$"Dana Demo|REVIEWER|{state}|{state is "approved"}|00:00:00"], me);
        Assert.Equal(state, await scene.MyReviewAsync(1));
    }

    [Theory]
    [InlineData("Approve-BitbucketPullRequest", "Approve pull request")]
    [InlineData("Request-BitbucketPullRequestChange", "Request changes")]
    public async Task Review_WhatIf_ChangesNothing(string cmdlet, string action)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        int before = scene.Count;

        Assert.Empty(scene.Run($"{cmdlet} demo/api 1 -WhatIf").Clean());

        Assert.Contains($"""What if: Performing the operation "{action}" on target "demo/api#1".""", scene.Module.Shown, StringComparison.Ordinal);
        Assert.Empty(scene.WritesSince(before));
    }

    [Theory]
    [InlineData("Approve-BitbucketPullRequest demo/api 99", "NotFound", "demo/api#99")]
    [InlineData("Request-BitbucketPullRequestChange demo/gone 1", "NotFound", "demo/gone")]
    public async Task Review_Missing_IsOneClearError(string script, string id, string about)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        ErrorRecord error = scene.Run(script).SingleError;

        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(about, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_PipedCommentWithoutType_IsNoPullRequest()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        int before = scene.Count;

        ScriptResult result = scene.Run("[pscustomobject]@{ Repository = 'demo/api'; PullRequestId = 2; Id = 1 } | Approve-BitbucketPullRequest");

        Assert.NotEmpty(result.AllErrors);
        Assert.Empty(scene.WritesSince(before));
    }

    [Fact]
    public async Task Approve_Table_SaysWhoThinksWhat()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        string table = scene.Module.Render("Approve-BitbucketPullRequest demo/api 1");

        Assert.Matches(@"User +Role +State +Age", table);
        Assert.Matches(@"Dana Demo +REVIEWER +\S*approved\S* +just now", table);
        Assert.All(table.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
    }
}
