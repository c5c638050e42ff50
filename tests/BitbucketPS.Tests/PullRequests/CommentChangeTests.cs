using System.Management.Automation;
using System.Text.Json.Nodes;

namespace BitbucketPS.Tests.PullRequests;

public sealed class CommentChangeTests
{
    [Theory]
    [InlineData("New-BitbucketPullRequestComment demo/api 1 'größe \"🚀\"\\'", """{"raw": "größe \"🚀\"\\"}""")]
    [InlineData("$pr | New-BitbucketPullRequestComment -Content x -Path src/app.py -Line 7", """{"raw": "x", "path": "src/app.py", "to": 7}""")]
    [InlineData("'demo/api' | New-BitbucketPullRequestComment -PullRequestId 1 -Content x -Path a/b.txt -OldLine 2", """{"raw": "x", "path": "a/b.txt", "from": 2}""")]
    [InlineData("$pr | New-BitbucketPullRequestComment -Content x -Path src/app.py -StartLine 3 -Line 7", """{"raw": "x", "path": "src/app.py", "to": 7, "start_to": 3}""")]
    [InlineData("$pr | New-BitbucketPullRequestComment -Content x -Path src/app.py -StartLine 3 -OldLine 7", """{"raw": "x", "path": "src/app.py", "from": 7, "start_from": 3}""")]
    [InlineData("New-BitbucketPullRequestComment demo/api 1 x -Path ./README.md", """{"raw": "x", "path": "README.md"}""")]
    [InlineData("New-BitbucketPullRequestComment demo/api 1 x -Path README.md", """{"raw": "x", "path": "README.md"}""")]
    [InlineData("New-BitbucketPullRequestComment demo/api 1 x -ReplyTo 1", """{"raw": "x", "parent": 1}""")]
    [InlineData("Get-BitbucketPullRequestComment demo/api 1 1 | New-BitbucketPullRequestComment -Content x", """{"raw": "x", "parent": 1}""")]
    [InlineData("[pscustomobject]@{ Repository = 'demo/api'; PullRequestId = 1; Id = 1 } | New-BitbucketPullRequestComment -Content x", """{"raw": "x", "parent": 1}""")]
    [InlineData("New-BitbucketPullRequestComment demo/api 1 x -Pending", """{"raw": "x", "pending": true}""")]
    public async Task NewComment_OfAnyInput_IsThere(string script, string expected)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        int before = scene.Count;

        string[] written = scene.Show(script, "Repository", "PullRequestId", "Id", "Content");

        JsonObject wanted = JsonNode.Parse(expected)!.AsObject();
        Assert.Equal([$"demo/api|1|2|{wanted["raw"]}"], written);
        Assert.Equal(["POST /2.0/repositories/demo/api/pullrequests/1/comments"], scene.WritesSince(before));
        JsonNode found = await scene.ReadAsync("1/comments/2");
        JsonNode? inline = found["inline"];
        JsonObject shown = new() { ["raw"] = (string?)found["content"]!["raw"], ["pending"] = (bool?)found["pending"] is true ? true : null };
        foreach (string member in (string[])["path", "from", "to", "start_from", "start_to"])
        {
            shown[member] = inline?[member]?.DeepClone();
        }

        shown["parent"] = found["parent"]?["id"]?.DeepClone();
        Assert.All(shown, member => Assert.True(JsonNode.DeepEquals(member.Value, wanted[member.Key]), member.ToString()));
    }

    [Fact]
    public async Task NewComment_ManyPullRequests_IsWrittenOnEach()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        scene.Run("$pr, [BitbucketPS.PullRequest]@{ Repository = 'demo/api'; Id = 2 } | New-BitbucketPullRequestComment -Content 'Still needed?'").Clean();

        Assert.Contains("Still needed?", (await scene.ReadAsync("1/comments")).ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Still needed?", (await scene.ReadAsync("2/comments")).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SetComment_Content_ChangesThatAlone()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        scene.Run("New-BitbucketPullRequestComment demo/api 1 first -Pending -Path README.md -Line 1").Clean();

        string[] changed = scene.Show("Set-BitbucketPullRequestComment demo/api 1 2 second", "Content", "IsPending", "Inline");

        Assert.Equal(["second|True|README.md:1"], changed);
        Assert.Equal("second", (string?)(await scene.ReadAsync("1/comments/2"))["content"]!["raw"]);
    }

    [Fact]
    public async Task SetComment_PipedPendingOnes_ArePublished()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        scene.Run("New-BitbucketPullRequestComment demo/api 1 waiting -Pending").Clean();

        string[] published = scene.Show(
            "Get-BitbucketPullRequestComment demo/api 1 | Where-Object IsPending | Set-BitbucketPullRequestComment -Pending:$false", "Id", "Content", "IsPending");

        Assert.Equal(["2|waiting|False"], published);
        Assert.False((bool)(await scene.ReadAsync("1/comments/2"))["pending"]!);
    }

    [Theory]
    [InlineData("Remove-BitbucketPullRequestComment demo/api 1 1 -Confirm:$false")]
    [InlineData("$pr | Get-BitbucketPullRequestComment | Remove-BitbucketPullRequestComment -Confirm:$false")]
    [InlineData("[pscustomobject]@{ Repository = 'demo/api'; PullRequestId = '1'; Id = '1' } | Remove-BitbucketPullRequestComment -Confirm:$false")]
    [InlineData("$far = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-BitbucketPullRequestComment demo/api 1 1))); $far | Remove-BitbucketPullRequestComment -Confirm:$false")]
    public async Task RemoveComment_OfAnyInput_LeavesTheShell(string script)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        Assert.Empty(scene.Run(script).Clean());

        Assert.True((bool)(await scene.ReadAsync("1/comments/1"))["deleted"]!);
        Assert.Empty(scene.Run("Get-BitbucketPullRequestComment demo/api 1").Clean());
    }

    [Fact]
    public async Task RemoveComment_NobodyToConfirm_RemovesNothing()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        Assert.NotEmpty(scene.Run("Remove-BitbucketPullRequestComment demo/api 1 1").AllErrors);

        Assert.False((bool)(await scene.ReadAsync("1/comments/1"))["deleted"]!);
    }

    [Theory]
    [InlineData("New-BitbucketPullRequestComment demo/api 1 x -WhatIf", "Comment", "demo/api#1")]
    [InlineData("New-BitbucketPullRequestComment demo/api 1 x -Path a.py -Line 3 -WhatIf", "Comment on a.py:3", "demo/api#1")]
    [InlineData("Get-BitbucketPullRequestComment demo/api 1 1 | New-BitbucketPullRequestComment -Content x -WhatIf", "Answer comment 1", "demo/api#1")]
    [InlineData("Set-BitbucketPullRequestComment demo/api 1 1 x -WhatIf", "Change comment", "demo/api#1/comments/1")]
    [InlineData("Remove-BitbucketPullRequestComment demo/api 1 1 -WhatIf", "Delete comment", "demo/api#1/comments/1")]
    [InlineData("Resolve-BitbucketPullRequestComment demo/api 1 1 -WhatIf", "Resolve comment", "demo/api#1/comments/1")]
    [InlineData("Resolve-BitbucketPullRequestComment demo/api 1 1 -Reopen -WhatIf", "Reopen comment", "demo/api#1/comments/1")]
    public async Task Change_WhatIf_ChangesNothing(string script, string action, string target)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        int before = scene.Count;

        Assert.Empty(scene.Run(script).Clean());

        Assert.Contains($"""What if: Performing the operation "{action}" on target "{target}".""", scene.Module.Shown, StringComparison.Ordinal);
        Assert.Empty(scene.WritesSince(before));
    }

    [Theory]
    [InlineData("New-BitbucketPullRequestComment demo/api 1 x -Line 3", "InvalidArgument", "Line 3")]
    [InlineData("New-BitbucketPullRequestComment demo/api 1 x -Path a.py -Line 3 -OldLine 3", "InvalidArgument", "line")]
    [InlineData("New-BitbucketPullRequestComment demo/api 1 x -Path a.py -StartLine 3", "InvalidArgument", "-StartLine 3")]
    [InlineData("New-BitbucketPullRequestComment demo/api 1 x -Path a.py -StartLine 3 -Line 2", "InvalidArgument", "-StartLine 3")]
    [InlineData("New-BitbucketPullRequestComment demo/api 1 x -StartLine 3", "InvalidArgument", "Line 3")]
    [InlineData("New-BitbucketPullRequestComment demo/api 1 x -Path a.py -ReplyTo 1", "InvalidArgument", "-Path")]
    [InlineData("New-BitbucketPullRequestComment demo/api 1 x -ReplyTo 99", "BadRequest", "99")]
    [InlineData("New-BitbucketPullRequestComment demo/api 99 x", "NotFound", "demo/api#99")]
    [InlineData("Set-BitbucketPullRequestComment demo/api 1 1", "InvalidArgument", "comment")]
    [InlineData("Set-BitbucketPullRequestComment demo/api 1 2 x", "Forbidden", "demo/api#1/comments/2")]
    [InlineData("Remove-BitbucketPullRequestComment demo/api 1 99 -Confirm:$false", "NotFound", "demo/api#1/comments/99")]
    [InlineData("Resolve-BitbucketPullRequestComment demo/api 1 99", "NotFound", "demo/api#1/comments/99")]
    public async Task Change_Impossible_IsOneClearError(string script, string id, string about)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        await scene.CommentAsAsync("asha", "Mine");

        ErrorRecord error = scene.Run(script).SingleError;

        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(about, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, (await scene.ReadAsync("1/comments"))["values"]!.AsArray().Count);
    }
}
