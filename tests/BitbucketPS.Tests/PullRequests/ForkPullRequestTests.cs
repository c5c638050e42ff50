using System.Management.Automation;
using System.Text.Json.Nodes;
using BitbucketPS.Tests.Context;

namespace BitbucketPS.Tests.PullRequests;

/// <summary>Pull requests from forks, whose branches bear the names of those of the repository.</summary>
public sealed class ForkPullRequestTests : IAsyncLifetime
{
    private const string FromFork = "New-BitbucketPullRequest demo/website main -SourceRepository demo/website-fork";

    private ReviewScene _scene = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await ReviewScene.StartAsync();
        _scene.Run("New-BitbucketFork demo/website -Name website-fork").Clean();
        _scene.Run("Set-BitbucketContent demo/website-fork notes.md x -Branch main -Message 'Add notes'").Clean();
    }

    public async ValueTask DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public async Task Current_OnTheBranchOfTheRepository_IsNotThatOfTheFork()
    {
        _scene.Run($"{FromFork} -Title 'From the fork'").Clean();
        await using TestClone clone = await TestClone.InitAsync(("origin", $"{_scene.Sandbox.BaseUri}/demo/website.git"));
        await clone.CommitAsync();
        await clone.GitAsync("checkout", "--quiet", "-B", "main");
        _scene.Module.SetLocation(clone.Folder);

        ErrorRecord error = _scene.Run("Get-BitbucketPullRequest -Current").SingleError;

        Assert.Contains("no such pull request from main", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void PipedBranch_OfTheRepository_HasNotThatOfTheFork()
    {
        _scene.Run($"{FromFork} -Title 'From the fork'").Clean();

        Assert.Empty(_scene.Run("Get-BitbucketBranch demo/website main | Get-BitbucketPullRequest").Clean());
        Assert.Equal(["True"], _scene.Run("Get-BitbucketPullRequest demo/website -SourceBranch main").Texts("IsFromFork"));
    }

    [Fact]
    public void New_Fill_IsOfWhatTheForkHasMore()
        => Assert.Equal(["demo/website#3|Add notes"], _scene.Show($"{FromFork} -Fill", "ToString()", "Title"));

    [Fact]
    public void New_FillIntoABranchThatIsMissing_NamesThatOne()
        => Assert.Contains("nowhere", _scene.Run($"{FromFork} -Fill -DestinationBranch nowhere").SingleError.ToString(), StringComparison.Ordinal);

    [Fact]
    public void New_FillOfAForkThatIsBehind_SaysWhatToDo()
    {
        _scene.Run("Set-BitbucketContent demo/website moved.md x -Branch main -Message 'Move on'").Clean();

        Assert.Contains("bring it up to date", _scene.Run($"{FromFork} -Fill").SingleError.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(["demo/website#3"], _scene.Show($"{FromFork} -Title 'By hand'", "ToString()"));
    }

    [Fact]
    public void New_OneOpenFromTheForkAlready_IsAnErrorByEachName()
    {
        _scene.Run($"{FromFork} -Title first").Clean();
        string uuid = $"{_scene.Run("(Get-BitbucketRepository demo/website-fork).Uuid").Clean().Single()}";

        Assert.Contains("is open already", _scene.Run($"{FromFork} -Title second").SingleError.ToString(), StringComparison.Ordinal);
        Assert.Contains(
            "is open already",
            _scene.Run($"New-BitbucketPullRequest demo/website main -SourceRepository 'demo/{uuid}' -Title second").SingleError.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void New_SameBranchOfTheRepository_IsAnother()
    {
        _scene.Run("New-BitbucketFork demo/website -Name other; Set-BitbucketContent demo/other a.md x -Branch feature/WEB-102 -Message m").Clean();
        _scene.Run("New-BitbucketPullRequest demo/website feature/WEB-102 -SourceRepository demo/other -Title 'Of the fork'").Clean();

        Assert.Equal(["demo/website#4"], _scene.Show("New-BitbucketPullRequest demo/website feature/WEB-102 -Title Own", "ToString()"));
    }

    [Fact]
    public async Task New_RepositoryByItsUuid_LeavesAnOpenOneAlone()
    {
        string uuid = $"{_scene.Run("(Get-BitbucketRepository demo/website).Uuid").Clean().Single()}";

        Assert.Contains("is open already", _scene.Run($"New-BitbucketPullRequest 'demo/{uuid}' feature/WEB-101 -Title again").SingleError.ToString(), StringComparison.Ordinal);

        JsonNode there = await _scene.ReadAsync("../../website/pullrequests/2");
        Assert.Equal("Make the headline shorter", (string?)there["title"]);
    }
}
