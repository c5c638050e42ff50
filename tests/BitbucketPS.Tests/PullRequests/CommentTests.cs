using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.PullRequests;

public sealed class CommentTests
{
    private const string Threads = """
        New-BitbucketPullRequestComment demo/api 1 'Second' -Path src/app.py -Line 3
        New-BitbucketPullRequestComment demo/api 1 'An answer' -ReplyTo 1
        New-BitbucketPullRequestComment demo/api 1 'Gone soon' -Path README.md -OldLine 1
        Remove-BitbucketPullRequestComment demo/api 1 4 -Confirm:$false
        """;

    [Theory]
    [InlineData("Get-BitbucketPullRequestComment demo/api 1", "1 2 3")]
    [InlineData("$pr | Get-BitbucketPullRequestComment", "1 2 3")]
    [InlineData("'demo/api' | Get-BitbucketPullRequestComment -PullRequestId 1 -IncludeDeleted", "1 2 3 4")]
    [InlineData("[pscustomobject]@{ Repository = 'demo/api'; Id = 1 } | Get-BitbucketPullRequestComment -Unresolved", "1 2")]
    [InlineData("Get-BitbucketPullRequestComment demo/api 1 -Path src/*", "2")]
    [InlineData("Get-BitbucketPullRequestComment demo/api 1 -Path * -IncludeDeleted", "2 4")]
    [InlineData("Get-BitbucketPullRequestComment demo/api 1 -Skip 1 -First 1", "2")]
    [InlineData("Get-BitbucketPullRequestComment demo/api 1 4", "4")]
    public async Task GetComment_OfAnyInput_WritesWhatIsMeant(string script, string ids)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        scene.Run(Threads).Clean();

        Assert.Equal(ids.Split(' '), scene.Run(script).Texts("Id"));
    }

    [Fact]
    public async Task GetComment_One_CarriesEverything()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        scene.Run(Threads).Clean();
        int before = scene.Count;

        string[] answer = scene.Show(
            "Get-BitbucketPullRequestComment demo/api 1 3",
            "Id", "Repository", "PullRequestId", "ParentId", "Content", "User", "IsDeleted", "IsPending", "IsResolved", "CreatedOn.Offset", "UpdatedOn.Offset", "Inline");
        string[] line = scene.Show("$pr | Get-BitbucketPullRequestComment -Id 2", "ToString()", "Inline", "Inline.To", "ParentId");

        Assert.Equal(2, scene.Sandbox.RequestsSince(before).Length);
        Assert.Equal(["3|demo/api|1|1|An answer|Dana Demo|False|False|False|00:00:00|00:00:00|"], answer);
        Assert.Equal(["demo/api#1/comments/2|src/app.py:3|3|"], line);
        Assert.EndsWith("#comment-3", Assert.Single(scene.Show("Get-BitbucketPullRequestComment demo/api 1 3", "Links.Html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetComment_List_IsTheSameAsEachByItself()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        scene.Run(Threads).Clean();
        scene.Run("Resolve-BitbucketPullRequestComment demo/api 1 2").Clean();

        ScriptResult result = scene.Run("""
            $list = Get-BitbucketPullRequestComment -PullRequest $pr -IncludeDeleted
            $singles = 1..4 | ForEach-Object { Get-BitbucketPullRequestComment demo/api 1 $_ }
            0..3 | ForEach-Object { $list[$_].Equals($singles[$_]) }
            """);

        Assert.Equal([true, true, true, true], result.Clean().Select(item => item.BaseObject));
    }

    [Theory]
    [InlineData("Get-BitbucketPullRequestComment demo/api 1 99", "NotFound", "demo/api#1/comments/99")]
    [InlineData("Get-BitbucketPullRequestComment demo/api 99", "NotFound", "demo/api#99")]
    [InlineData("Get-BitbucketPullRequestComment demo/api 1 -Path 'a[b'", "InvalidArgument", "a[b")]
    public async Task GetComment_Impossible_IsOneClearError(string script, string id, string about)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();

        ErrorRecord error = scene.Run(script).SingleError;

        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(about, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetComment_Table_FitsAndSaysWhatMatters()
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        scene.Run(Threads).Clean();
        scene.Run("Resolve-BitbucketPullRequestComment demo/api 1 1").Clean();

        string table = scene.Module.Render("Get-BitbucketPullRequestComment demo/api 1 -IncludeDeleted");

        Assert.Contains("PullRequest: demo/api#1", table, StringComparison.Ordinal);
        Assert.Matches(@"Id +Answers +Author +Age +State +Text", table);
        Assert.Matches(@"1 +Dana Demo +\d+ \w+ ago +\S*RESOLVED\S* +Does this hold for", table);
        Assert.Matches(@"2 +Dana Demo +just now +src/app.py:3 Second", table);
        Assert.Matches(@"3 +1 Dana Demo +just now +An answer", table);
        Assert.Matches(@"4 +Dana Demo +just now +DELETED", table);
        Assert.All(table.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
    }

    [Theory]
    [InlineData("Get-BitbucketPullRequestComment demo/api 1 ", "2")]
    [InlineData("New-BitbucketPullRequestComment demo/api 1 text -ReplyTo ", "2")]
    [InlineData("Resolve-BitbucketPullRequestComment demo/api 1 ", "2")]
    [InlineData("Set-BitbucketPullRequestTask demo/api 1 ", "1")]
    [InlineData("Get-BitbucketPullRequestComment -PullRequest $pr -Id ", "2")]
    [InlineData("Get-BitbucketPullRequestComment demo/gone 1 ", "")]
    public async Task Tab_Numbers_AreThoseOfThePullRequest(string line, string expected)
    {
        await using ReviewScene scene = await ReviewScene.StartAsync();
        scene.Run("New-BitbucketPullRequestComment demo/api 1 'Second'; Remove-BitbucketPullRequestComment demo/api 1 1 -Confirm:$false").Clean();

        Assert.Equal(expected, string.Join(' ', scene.Complete(line)));
    }
}
