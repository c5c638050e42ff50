using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Completion;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("Get-BitbucketBranch demo/w", "demo/website")]
    [InlineData("Get-BitbucketBranch mob", "demo/mobile-app")]
    [InlineData("Get-BitbucketBranch de", "demo/")]
    [InlineData("Get-BitbucketBranch demo/api release/1", "release/1.0 release/1.1")]
    [InlineData("Get-BitbucketBranch -Repository api -Name spike", "spike/graphql")]
    [InlineData("Remove-BitbucketBranch demo/api hot", "hotfix/2.1.1")]
    [InlineData("Get-BitbucketRepository -Workspace d", "demo")]
    [InlineData("Get-BitbucketRepository -Project W", "WEB")]
    [InlineData("Approve-BitbucketPullRequest demo/api ", "1 2")]
    [InlineData("Get-BitbucketPullRequest demo/api -State M", "Merged")]
    [InlineData("Get-BitbucketPullRequest demo/api -SourceBranch feature/r", "feature/rate-limits")]
    [InlineData("Get-BitbucketCommit demo/api dev", "develop")]
    [InlineData("Find-BitbucketCommand Merge", "Merge-BitbucketPullRequest")]
    public async Task Tab_LiveNames_AreOffered(string line, string expected)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        string[] offered = Complete(module, line);

        Assert.All(expected.Split(' '), name => Assert.Contains(name, offered));
    }

    [Theory]
    [InlineData("Get-BitbucketPullRequest demo/api -Author As", "'Asha Rao'")]
    [InlineData("Set-BitbucketPullRequest demo/api 1 -AddReviewer Ni", "'Niamh O''Connor'")]
    public async Task Tab_Members_AreOfferedQuoted(string line, string expected)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Assert.Equal([expected], Complete(module, line));
    }

    [Fact]
    public async Task Tab_HardName_IsQuotedSoThatItRuns()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("New-BitbucketBranch demo/docs \"it's #1\".Replace(' ', '-')").Clean();

        string completed = Assert.Single(Complete(module, "Get-BitbucketBranch demo/docs it"));

        Assert.Equal(["it's-#1"], module.Run($"Get-BitbucketBranch demo/docs {completed}").Texts("Name"));
    }

    [Fact]
    public async Task Tab_PressedTwice_AsksOnce()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        Complete(module, "Get-BitbucketBranch demo/website rel");
        Complete(module, "Get-BitbucketBranch demo/website rel");

        Assert.Single(sandbox.RequestsSince(before));
    }

    [Theory]
    [InlineData("Get-BitbucketBranch nowhere/nothing x")]
    [InlineData("Get-BitbucketBranch ///")]
    public async Task Tab_NothingToBeFound_OffersNothing(string line)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Assert.Empty(Complete(module, line));
    }

    [Fact]
    public void Tab_NotConnected_OffersNothing()
    {
        using ModuleRunspace module = new();

        Assert.Empty(Complete(module, "Get-BitbucketRepository x"));
    }

    private static string[] Complete(ModuleRunspace module, string line)
    {
        using PowerShell powershell = module.Pipeline("");
        powershell.Commands.Clear();
        return [.. CommandCompletion.CompleteInput(line, line.Length, options: null, powershell).CompletionMatches.Select(match => match.CompletionText)];
    }
}
