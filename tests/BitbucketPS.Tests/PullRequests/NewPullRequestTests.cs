using System.Management.Automation;
using System.Text.Json.Nodes;

namespace BitbucketPS.Tests.PullRequests;

public sealed class NewPullRequestTests
{
    private const string Website = "../../website/";

    [Fact]
    public async Task New_Title_OpensIntoTheMainBranch()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        string[] made = scene.Show(
            "New-BitbucketPullRequest demo/website feature/WEB-102 -Title 'Find ü' -Description '*text*' -Reviewer asha -Draft -CloseSourceBranch",
            "ToString()", "Title", "State", "SourceBranch", "DestinationBranch");

        Assert.Equal(["demo/website#3|Find ü|OPEN|feature/WEB-102|main"], made);
        JsonNode there = await scene.ReadAsync($"{Website}pullrequests/3");
        Assert.Equal("*text*", (string?)there["description"]);
        Assert.True((bool?)there["draft"]);
        Assert.True((bool?)there["close_source_branch"]);
        Assert.Equal("Asha Rao", (string?)Assert.Single(there["reviewers"]!.AsArray())!["display_name"]);
    }

    [Fact]
    public async Task Gotcha08_New_AsksTheDefaultReviewersWithoutTheAuthor()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        await BecomeDefaultAsync(scene, "Dana Demo", "林美");

        scene.Run("New-BitbucketPullRequest demo/website feature/WEB-102 -Title one -Reviewer asha").Clean();
        scene.Run("New-BitbucketPullRequest demo/website feature/WEB-103 -Title two -NoDefaultReviewers").Clean();

        Assert.Equal(["Asha Rao", "林美"], await ReviewersAsync(scene, 3));
        Assert.Empty(await ReviewersAsync(scene, 4));
    }

    [Fact]
    public async Task New_OneOpenAlready_IsAnErrorAndLeavesItAlone()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        int before = scene.Count;

        ErrorRecord error = scene.Run("New-BitbucketPullRequest demo/website feature/WEB-101 -Title again").SingleError;

        Assert.StartsWith("Conflict,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("demo/website#2", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(scene.WritesSince(before));
    }

    [Fact]
    public async Task New_WhatIf_OpensNothing()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        int before = scene.Count;

        Assert.Empty(scene.Run("Get-BitbucketBranch demo/website feature/WEB-102 | New-BitbucketPullRequest -Title x -WhatIf").Clean());

        Assert.Contains(
            """What if: Performing the operation "Open pull request into demo/website:its main branch" on target "demo/website:feature/WEB-102".""",
            scene.Module.Shown,
            StringComparison.Ordinal);
        Assert.Empty(scene.WritesSince(before));
    }

    [Theory]
    [InlineData("New-BitbucketPullRequest demo/website nowhere -Title x", "BadRequest")]
    [InlineData("New-BitbucketPullRequest demo/website main -Title x", "BadRequest")]
    [InlineData("New-BitbucketPullRequest demo/website feature/WEB-102 -Title x -Reviewer me", "BadRequest")]
    [InlineData("New-BitbucketPullRequest demo/website feature/WEB-102 -Title x -Reviewer nobody", "InvalidArgument")]
    public async Task New_Impossible_IsOneClearError(string script, string id)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        ErrorRecord error = scene.Run(script).SingleError;

        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("demo/website:", $"{error} {error.TargetObject}", StringComparison.Ordinal);
    }

    private static async Task BecomeDefaultAsync(ReviewScene scene, params string[] names)
    {
        JsonNode members = await scene.ReadAsync("/2.0/workspaces/demo/members");
        foreach (JsonNode? user in members["values"]!.AsArray().Select(member => member!["user"]).Where(user => names.Contains((string?)user!["display_name"], StringComparer.Ordinal)))
        {
            scene.Run($"Invoke-BitbucketRequest '/repositories/demo/website/default-reviewers/{Uri.EscapeDataString((string)user!["uuid"]!)}' PUT").Clean();
        }
    }

    private static async Task<string[]> ReviewersAsync(ReviewScene scene, int id)
        => [.. (await scene.ReadAsync($"{Website}pullrequests/{id}"))["reviewers"]!.AsArray().Select(reviewer => (string)reviewer!["display_name"]!).Order(StringComparer.Ordinal)];
}
