namespace BitbucketPS.Tests.PullRequests;

public sealed class ConflictTests
{
    [Fact]
    public async Task Conflict_OfOneThatCanBeMerged_IsNone()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        scene.Run("New-BitbucketBranch demo/api clean -Target main; Set-BitbucketContent demo/api clean.txt one -Branch clean -Message one").Clean();

        Assert.Empty(scene.Run("New-BitbucketPullRequest demo/api clean -Title clean | Get-BitbucketPullRequestConflict").Clean());
    }

    [Fact]
    public async Task Conflict_SameFileChangedOnBothSides_IsNamed()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        scene.Run("New-BitbucketBranch demo/api left -Target main; New-BitbucketBranch demo/api right -Target main").Clean();
        scene.Run("Set-BitbucketContent demo/api README.md -Value 'one' -Branch left -Message one").Clean();
        scene.Run("Set-BitbucketContent demo/api README.md -Value 'two' -Branch right -Message two").Clean();
        scene.Run("New-BitbucketPullRequest demo/api left -DestinationBranch right -Title clash").Clean();

        string[] found = scene.Show("Get-BitbucketPullRequestConflict demo/api 4", "Repository", "PullRequestId", "Path");

        Assert.Equal(["demo/api|4|README.md"], found);
    }
}
