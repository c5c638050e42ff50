namespace BitbucketPS.Tests.PullRequests;

public sealed class ActivityTests
{
    [Theory]
    [InlineData("Get-BitbucketPullRequestActivity demo/api 1")]
    [InlineData("$pr | Get-BitbucketPullRequestActivity")]
    [InlineData("Get-BitbucketPullRequestActivity (Get-BitbucketPullRequest demo/api 1).Links.Html")]
    public async Task Activity_OfOne_SaysWhatHappened(string script)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        scene.Run("New-BitbucketPullRequestComment demo/api 1 -Content 'Well done'; Approve-BitbucketPullRequest demo/api 1; Set-BitbucketPullRequest demo/api 1 -Title new").Clean();
        scene.Run("Approve-BitbucketPullRequest demo/api 2").Clean();

        string[] found = scene.Show(script, "ToString()", "User", "Text", "State");

        Assert.Equal(
            ["demo/api#1 update|Dana Demo|OPEN|OPEN", "demo/api#1 approval|Dana Demo||", "demo/api#1 comment|Dana Demo|Well done|"],
            found);
    }

    [Fact]
    public async Task Activity_OfTheRepository_IsThatOfAll()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        scene.Run("Approve-BitbucketPullRequest demo/api 1; Request-BitbucketPullRequestChange demo/api 2").Clean();

        string[] found = scene.Show("'demo/api' | Get-BitbucketPullRequestActivity -First 2", "ToString()", "Title");

        Assert.Equal(["demo/api#2 changes_requested|Give up after thirty seconds", "demo/api#1 approval|Answer 429 when somebody asks too often"], found);
    }

    [Fact]
    public async Task Activity_Table_FitsTheScreen()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        scene.Run("Approve-BitbucketPullRequest demo/api 1").Clean();

        string table = scene.Module.Render("Get-BitbucketPullRequestActivity demo/api");

        Assert.Matches(@"PullRequest +Kind +User +Age +Text", table);
        Assert.Matches(@"1 +approval +Dana Demo +just now", table);
        Assert.All(table.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
    }
}
