using System.Management.Automation;
using System.Text.Json.Nodes;

namespace BitbucketPS.Tests.PullRequests;

public sealed class SetPullRequestTests
{
    [Fact]
    public async Task Gotcha08_Set_WithoutReviewers_KeepsThem()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        Assert.Equal(["New words|Dana Demo Jörg Müller"], scene.Show("Set-BitbucketPullRequest demo/api 1 -Title 'New words'", "Title", "Reviewers"));

        JsonNode there = await scene.ReadAsync("1");
        Assert.Equal("New words", (string?)there["title"]);
        Assert.StartsWith("Answer 429", (string?)there["description"], StringComparison.Ordinal);
        Assert.Equal(["Dana Demo", "Jörg Müller"], Reviewers(there));
    }

    [Theory]
    [InlineData("-AddReviewer mei", "Dana Demo|Jörg Müller|林美")]
    [InlineData("-AddReviewer mei, me -RemoveReviewer 'Jörg Müller'", "Dana Demo|林美")]
    [InlineData("-RemoveReviewer joerg", "Dana Demo")]
    [InlineData("-Reviewer mei -Title x", "林美")]
    [InlineData("-Reviewer @()", "")]
    [InlineData("-AddReviewer ME -Reviewer (Get-BitbucketWorkspaceMember demo mei)", "Dana Demo|林美")]
    public async Task Set_Reviewers_AreThose(string parameters, string expected)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        scene.Run($"$pr | Set-BitbucketPullRequest {parameters}").Clean();

        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), Reviewers(await scene.ReadAsync("1")));
    }

    // A variable that nothing was put into must not take all reviewers off.
    [Fact]
    public async Task Set_ReviewerOfNull_Refuses()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        ErrorRecord error = Assert.Single(scene.Run("$pr | Set-BitbucketPullRequest -Reviewer $nobody").Errors);

        Assert.Equal("ParameterArgumentValidationError,BitbucketPS.Cmdlets.SetBitbucketPullRequestCommand", error.FullyQualifiedErrorId);
        Assert.Equal(["Dana Demo", "Jörg Müller"], Reviewers(await scene.ReadAsync("1")));
    }

    [Fact]
    public async Task Set_Switches_ChangeThemAlone()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        scene.Run("Set-BitbucketPullRequest demo/api 1 -Draft -DestinationBranch develop").Clean();
        scene.Run("Set-BitbucketPullRequest demo/api 1 -CloseSourceBranch -Description ''").Clean();
        scene.Run("Set-BitbucketPullRequest demo/api 1 -Draft:$false").Clean();

        JsonNode there = await scene.ReadAsync("1");
        Assert.False((bool?)there["draft"]);
        Assert.True((bool?)there["close_source_branch"]);
        Assert.Equal("", (string?)there["description"]);
        Assert.Equal("develop", (string?)there["destination"]!["branch"]!["name"]);
    }

    [Fact]
    public async Task Set_WhatIf_ChangesNothing()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        int before = scene.Count;

        Assert.Empty(scene.Run("Set-BitbucketPullRequest demo/api 1 -Title x -Draft -WhatIf").Clean());

        Assert.Contains(
            """What if: Performing the operation "Change Title, Draft of pull request" on target "demo/api#1".""", scene.Module.Shown, StringComparison.Ordinal);
        Assert.Empty(scene.WritesSince(before));
    }

    [Fact]
    public async Task Set_DescriptionOfNothing_IsNone()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        scene.Run("$pr | Set-BitbucketPullRequest -Description $null").Clean();

        Assert.Equal("", (string?)(await scene.ReadAsync("1"))["description"]);
    }

    [Theory]
    [InlineData("Set-BitbucketPullRequest demo/api 1", "InvalidArgument", "demo/api#1")]
    [InlineData("Set-BitbucketPullRequest demo/api 1 -AddReviewer asha", "BadRequest", "Asha Rao")]
    [InlineData("Set-BitbucketPullRequest demo/api 3 -Title x", "BadRequest", "open pull request")]
    [InlineData("Set-BitbucketPullRequest demo/api 99 -Title x", "NotFound", "demo/api#99")]
    public async Task Set_Impossible_IsOneClearError(string script, string id, string about)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        ErrorRecord error = scene.Run(script).SingleError;

        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(about, $"{error} {error.TargetObject}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gotcha08_Set_ReviewerRefused_SaysTheWayOut()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        ErrorRecord error = scene.Run("Set-BitbucketPullRequest demo/api 1 -AddReviewer asha").SingleError;

        Assert.Contains("-RemoveReviewer", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    private static string[] Reviewers(JsonNode pullRequest)
        => [.. pullRequest["reviewers"]!.AsArray().Select(reviewer => (string)reviewer!["display_name"]!).Order(StringComparer.Ordinal)];
}
