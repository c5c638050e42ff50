using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Commits;

public sealed class MergeBaseTests
{
    [Theory]
    [InlineData("develop", "main")]
    [InlineData("main", "develop")]
    [InlineData("release/1.0", "main")]
    [InlineData("main", "main")]
    public async Task MergeBase_TwoCommits_IsGits(string one, string other)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run($"Get-BitbucketMergeBase demo/api {one} {other}");

        string[] expected = await Git.LinesAsync(sandbox.Server.RepositoryPath("demo", "api"), "merge-base", one, other);
        Assert.Equal(expected, result.Texts("Hash"));
        Assert.Equal(["demo/api"], result.Texts("Repository"));
    }

    [Fact]
    public async Task MergeBase_PipedBranches_ArePartedFromOne()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int branches = (await sandbox.GitBranchesAsync("api")).Length;

        ScriptResult result = module.Run("Get-BitbucketBranch demo/api | Get-BitbucketMergeBase -With main");

        Assert.Equal(branches, result.Clean().Count);
    }

    [Fact]
    public async Task MergeBase_PipedPullRequest_IsThatOfItsSourceAndItsDestination()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        PSObject pullRequest = module.Run("Get-BitbucketPullRequest demo/website 2").Clean().Single();
        string[] expected = await Git.LinesAsync(
            sandbox.Server.RepositoryPath("demo", "website"),
            "merge-base",
            $"{pullRequest.Properties["SourceBranch"].Value}",
            $"{pullRequest.Properties["DestinationBranch"].Value}");
        int before = sandbox.Server.Requests.Count;

        ScriptResult result = module.Run("$pullRequest | Get-BitbucketMergeBase", ("pullRequest", pullRequest));

        Assert.Equal(expected, result.Texts("Hash"));
        Assert.Equal(["demo/website"], result.Texts("Repository"));
        Assert.Single(sandbox.RequestsSince(before));
        Assert.Equal(expected, module.Run("[pscustomobject]@{ Repository = 'demo/website'; Id = '2' } | Get-BitbucketMergeBase").Texts("Hash"));
    }

    [Fact]
    public async Task Gotcha11_MergeBase_PullRequestOfAForkThatIsGone_IsFoundAsLongAsItsCommitsAreKnown()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string main = await sandbox.GitHashAsync("api", "main");
        module.Run("Set-BitbucketContent (New-BitbucketFork demo/api -Name own) own.txt -Value a -Message m").Clean();
        module.Run("$made = New-BitbucketPullRequest demo/api main -SourceRepository demo/own -Title Own").Clean();
        module.Run("Remove-BitbucketRepository demo/own -Confirm:$false").Clean();

        Assert.Equal([main], module.Run("$made | Get-BitbucketMergeBase").Texts("Hash"));
        ErrorRecord error = module.Run("Get-BitbucketPullRequest demo/api $made.Id | Get-BitbucketMergeBase").SingleError;
        Assert.StartsWith("NotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("does not say any more between which commits", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MergeBase_NoSuchPullRequest_IsAnErrorAboutIt()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ErrorRecord error = module.Run("[pscustomobject]@{ Repository = 'demo/api'; Id = 999 } | Get-BitbucketMergeBase").SingleError;

        Assert.StartsWith("NotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("demo/api#999", $"{error.TargetObject}");
    }

    [Fact]
    public async Task MergeBase_NoSuchCommit_IsOneClearError()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ErrorRecord error = module.Run("Get-BitbucketMergeBase demo/api main nowhere").SingleError;

        Assert.StartsWith("NotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("demo/api:main..nowhere", error.ToString(), StringComparison.Ordinal);
    }
}
