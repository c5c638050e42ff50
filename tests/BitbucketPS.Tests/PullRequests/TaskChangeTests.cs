using System.Management.Automation;
using System.Text.Json.Nodes;

namespace BitbucketPS.Tests.PullRequests;

public sealed class TaskChangeTests
{
    [Theory]
    [InlineData("New-BitbucketPullRequestTask demo/api 1 'größe \"🚀\"'", "größe \"🚀\"", null)]
    [InlineData("$pr | New-BitbucketPullRequestTask -Content x", "x", null)]
    [InlineData("'demo/api' | New-BitbucketPullRequestTask -PullRequestId 1 -Content x -CommentId 1", "x", 1)]
    [InlineData("Get-BitbucketPullRequestComment demo/api 1 | New-BitbucketPullRequestTask -Content x", "x", 1)]
    public async Task NewTask_OfAnyInput_IsThere(string script, string content, int? comment)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        string[] written = scene.Show(script, "Repository", "PullRequestId", "Id", "Content", "State", "CommentId");

        Assert.Equal([$"demo/api|1|2|{content}|UNRESOLVED|{comment}"], written);
        JsonNode found = await scene.ReadAsync("1/tasks/2");
        Assert.Equal((content, comment), ((string?)found["content"]!["raw"], (int?)found["comment"]?["id"]));
    }

    [Theory]
    [InlineData("Set-BitbucketPullRequestTask demo/api 1 1 -State Resolved", "Say the limit in the documentation", "RESOLVED")]
    [InlineData("$pr | Get-BitbucketPullRequestTask | Set-BitbucketPullRequestTask -State Resolved -Content new", "new", "RESOLVED")]
    [InlineData("Set-BitbucketPullRequestTask demo/api 1 1 new", "new", "UNRESOLVED")]
    [InlineData("Set-BitbucketPullRequestTask demo/api 1 1 -State Resolved | Set-BitbucketPullRequestTask -State Unresolved", "Say the limit in the documentation", "UNRESOLVED")]
    public async Task SetTask_WhatIsGiven_ChangesThatAlone(string script, string content, string state)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        Assert.Equal([$"1|{content}|{state}"], scene.Show(script, "Id", "Content", "State"));

        JsonNode found = await scene.ReadAsync("1/tasks/1");
        Assert.Equal((content, state), ((string?)found["content"]!["raw"], (string?)found["state"]));
    }

    [Theory]
    [InlineData("Remove-BitbucketPullRequestTask demo/api 1 1 -Confirm:$false")]
    [InlineData("$pr | Get-BitbucketPullRequestTask | Remove-BitbucketPullRequestTask -Confirm:$false")]
    [InlineData("[pscustomobject]@{ Repository = 'demo/api'; PullRequestId = '1'; Id = '1' } | Remove-BitbucketPullRequestTask -Confirm:$false")]
    public async Task RemoveTask_OfAnyInput_IsGone(string script)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        Assert.Empty(scene.Run(script).Clean());

        Assert.Empty((await scene.ReadAsync("1/tasks"))["values"]!.AsArray());
    }

    [Fact]
    public async Task RemoveTask_PipedComment_IsRefused()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        Assert.NotEmpty(scene.Run("$pr | Get-BitbucketPullRequestComment | Remove-BitbucketPullRequestTask -Confirm:$false").AllErrors);

        Assert.Single((await scene.ReadAsync("1/tasks"))["values"]!.AsArray());
    }

    [Theory]
    [InlineData("New-BitbucketPullRequestTask demo/api 1 x -WhatIf", "Create task", "demo/api#1")]
    [InlineData("New-BitbucketPullRequestTask demo/api 1 x -CommentId 1 -WhatIf", "Create task on comment 1", "demo/api#1")]
    [InlineData("Set-BitbucketPullRequestTask demo/api 1 1 x -WhatIf", "Change task", "demo/api#1/tasks/1")]
    [InlineData("Set-BitbucketPullRequestTask demo/api 1 1 -State Resolved -WhatIf", "Resolve task", "demo/api#1/tasks/1")]
    [InlineData("Set-BitbucketPullRequestTask demo/api 1 1 -State Unresolved -WhatIf", "Reopen task", "demo/api#1/tasks/1")]
    [InlineData("Remove-BitbucketPullRequestTask demo/api 1 1 -WhatIf", "Delete task", "demo/api#1/tasks/1")]
    public async Task Change_WhatIf_ChangesNothing(string script, string action, string target)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        int before = scene.Count;

        Assert.Empty(scene.Run(script).Clean());

        Assert.Contains($"""What if: Performing the operation "{action}" on target "{target}".""", scene.Module.Shown, StringComparison.Ordinal);
        Assert.Empty(scene.WritesSince(before));
    }

    [Theory]
    [InlineData("Get-BitbucketPullRequestTask demo/api 1 99", "NotFound", "demo/api#1/tasks/99")]
    [InlineData("Get-BitbucketPullRequestTask demo/api 99", "NotFound", "demo/api#99")]
    [InlineData("Get-BitbucketPullRequestTask demo/api 1 -Filter 'nonsense'", "BadRequest", "demo/api#1")]
    [InlineData("New-BitbucketPullRequestTask demo/api 1 x -CommentId 99", "BadRequest", "99")]
    [InlineData("Set-BitbucketPullRequestTask demo/api 1 1", "InvalidArgument", "task")]
    [InlineData("Remove-BitbucketPullRequestTask demo/api 1 99 -Confirm:$false", "NotFound", "demo/api#1/tasks/99")]
    public async Task Task_Impossible_IsOneClearError(string script, string id, string about)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        ErrorRecord error = scene.Run(script).SingleError;

        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(about, error.ToString(), StringComparison.Ordinal);
        Assert.Single((await scene.ReadAsync("1/tasks"))["values"]!.AsArray());
    }
}
