using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.PullRequests;

public sealed class TaskTests
{
    private const string More = """
        New-BitbucketPullRequestTask demo/api 1 'Test it' | Set-BitbucketPullRequestTask -State Resolved
        New-BitbucketPullRequestTask demo/api 1 'Answer this' -CommentId 1
        """;

    [Theory]
    [InlineData("Get-BitbucketPullRequestTask demo/api 1", "1 2 3")]
    [InlineData("$pr | Get-BitbucketPullRequestTask -State unresolved", "1 3")]
    [InlineData("'demo/api' | Get-BitbucketPullRequestTask -PullRequestId 1 -State Resolved", "2")]
    [InlineData("Get-BitbucketPullRequestTask demo/api 1 -Sort '-id'", "3 2 1")]
    [InlineData("Get-BitbucketPullRequestTask demo/api 1 -State Unresolved -Filter 'content.raw ~ \"answer\"'", "3")]
    [InlineData("Get-BitbucketPullRequestTask demo/api 1 -Filter 'creator.nickname = \"demo\"' -Sort '-created_on' -First 3", "3 2 1")]
    [InlineData("Get-BitbucketPullRequestTask demo/api 1 -Skip 1 -First 1", "2")]
    [InlineData("[pscustomobject]@{ Repository = 'demo/api'; Id = 1 } | Get-BitbucketPullRequestTask -Id 3", "3")]
    public async Task GetTask_OfAnyInput_WritesWhatIsMeant(string script, string ids)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        scene.Run(More).Clean();

        Assert.Equal(ids.Split(' '), scene.Run(script).Texts("Id"));
    }

    [Fact]
    public async Task GetTask_One_CarriesEverythingInOneRequest()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        scene.Run(More).Clean();
        int before = scene.Count;

        string[] done = scene.Show(
            "Get-BitbucketPullRequestTask demo/api 1 2", "ToString()", "State", "IsResolved", "Content", "Creator", "ResolvedBy", "ResolvedOn.Offset", "CreatedOn.Offset");
        string[] open = scene.Show("Get-BitbucketPullRequestTask demo/api 1 3", "State", "IsResolved", "CommentId", "IsPending", "ResolvedBy", "UpdatedOn.Offset");

        Assert.Equal(["demo/api#1/tasks/2|RESOLVED|True|Test it|Dana Demo|Dana Demo|00:00:00|00:00:00"], done);
        Assert.Equal(["UNRESOLVED|False|1|False||00:00:00"], open);
        Assert.Equal(
            ["GET /2.0/repositories/demo/api/pullrequests/1/tasks/2", "GET /2.0/repositories/demo/api/pullrequests/1/tasks/3"],
            scene.Sandbox.RequestsSince(before));
    }

    [Fact]
    public async Task GetTask_List_IsTheSameAsEachByItself()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        scene.Run(More).Clean();

        ScriptResult result = scene.Run("""
            $list = $pr | Get-BitbucketPullRequestTask
            0..2 | ForEach-Object { $list[$_].Equals((Get-BitbucketPullRequestTask demo/api 1 ($_ + 1))) }
            """);

        Assert.Equal([true, true, true], result.Clean().Select(item => item.BaseObject));
    }

    [Fact]
    public async Task GetTask_Table_FitsAndSaysWhatMatters()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        scene.Run(More).Clean();

        string table = scene.Module.Render("Get-BitbucketPullRequestTask demo/api 1");

        Assert.Contains("PullRequest: demo/api#1", table, StringComparison.Ordinal);
        Assert.Matches(@"Id +State +Creator +Age +Comment +Text", table);
        Assert.Matches(@"2 \S*RESOLVED\S* +Dana Demo +just now +Test it", table);
        Assert.Matches(@"3 \S*UNRESOLVED\S* +Dana Demo +just now +1 Answer this", table);
        Assert.All(table.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
    }

    [Fact]
    public async Task GetTask_Pending_IsShownAsThat()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        string table = scene.Module.Render("[BitbucketPS.PullRequestTask]@{ Repository = 'demo/api'; Id = 7; State = 'UNRESOLVED'; IsPending = $true }");

        Assert.Matches(@"7 PENDING\s", table);
    }
}
