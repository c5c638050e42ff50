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
    [InlineData("Get-BitbucketPullRequest demo/api ", "1 2")]
    [InlineData("Get-BitbucketPullRequest demo/api 1", "1")]
    [InlineData("Get-BitbucketPullRequest demo/api -State M", "Merged")]
    [InlineData("Get-BitbucketPullRequest demo/api -SourceBranch feature/r", "feature/rate-limits")]
    [InlineData("Get-BitbucketCommit demo/api dev", "develop")]
    public async Task Tab_LiveNames_AreOffered(string line, string expected)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = TabKey.Connect(sandbox);

        string[] offered = TabKey.PressInSession(module, line);

        Assert.All(expected.Split(' '), name => Assert.Contains(name, offered));
    }

    [Theory]
    [InlineData("Get-BitbucketPullRequest demo/api -Author As", "'Asha Rao'")]
    [InlineData("Set-BitbucketPullRequest demo/api 1 -AddReviewer Ni", "'Niamh O''Connor'")]
    [InlineData("Get-BitbucketPullRequest demo/api -Author ocon", "oconnor")]
    [InlineData("Get-BitbucketWorkspaceMember demo ocon", "oconnor")]
    public async Task Tab_Members_AreOfferedQuoted(string line, string expected)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = TabKey.Connect(sandbox);

        Assert.Equal([expected], TabKey.PressInSession(module, line));
    }

    [Fact]
    public async Task Tab_HardName_IsQuotedSoThatItRuns()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = TabKey.Connect(sandbox);
        module.Run("New-BitbucketBranch demo/docs \"it's #1\".Replace(' ', '-')").Clean();

        string completed = Assert.Single(TabKey.PressInSession(module, "Get-BitbucketBranch demo/docs it"));

        Assert.Equal(["it's-#1"], module.Run($"Get-BitbucketBranch demo/docs {completed}").Texts("Name"));
    }

    [Theory]
    [InlineData("Get-BitbucketSource demo/docs ", "'app/a`[1`].txt'")]
    [InlineData("Get-BitbucketContent demo/docs ", "'app/a[1].txt'")]
    public async Task Tab_NameWithBrackets_IsEscapedWhereWildcardsMayStand(string command, string expected)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = TabKey.Connect(sandbox);
        module.Run("Set-BitbucketContent demo/docs 'app/a[1].txt' -Value x -Message m").Clean();

        string completed = Assert.Single(TabKey.PressInSession(module, $"{command}app/a"));

        Assert.Equal(expected, completed);
        Assert.Single(module.Run($"{command}{completed}").Clean());
        Assert.Equal([expected], TabKey.PressInSession(module, $"{command}'{expected.Trim('\'')[..7]}"));
    }

    [Fact]
    public async Task Tab_PressedTwice_AsksOnce()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = TabKey.Connect(sandbox);
        int before = sandbox.Server.Requests.Count;

        TabKey.PressInSession(module, "Get-BitbucketBranch demo/website rel");
        TabKey.PressInSession(module, "Get-BitbucketBranch demo/website rel");

        Assert.Single(sandbox.RequestsSince(before));
    }

    [Theory]
    [InlineData("Get-BitbucketBranch nowhere/nothing x")]
    [InlineData("Get-BitbucketBranch ///")]
    public async Task Tab_NothingToBeFound_OffersNothing(string line)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = TabKey.Connect(sandbox);

        Assert.Empty(TabKey.PressInSession(module, line));
    }

    [Fact]
    public async Task Tab_SessionOfTheRunspace_IsTheOneThatIsAsked()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        TabKey.Press(module, "Get-BitbucketBranch demo/website rel");

        Assert.Single(sandbox.RequestsSince(before));
    }

    [Fact]
    public void Tab_Commands_AreOffered()
    {
        using ModuleRunspace module = new();

        Assert.Contains("Merge-BitbucketPullRequest", TabKey.Press(module, "Find-BitbucketCommand Merge"));
    }

    // What a completer throws, the engine takes for no answer, and offers files.
    [Theory]
    [InlineData("[BitbucketPS.Cmdlets.BranchCompleter]::new().CompleteArgument('Get-BitbucketBranch', 'Name', 's', $null, @{ Repository = @('demo/api', 'demo/docs') })")]
    [InlineData("[BitbucketPS.Cmdlets.BranchCompleter]::new().CompleteArgument('Get-BitbucketBranch', 'Name', 's', $null, @{ Repository = @{ Slug = 'x' } })")]
    [InlineData("[BitbucketPS.Cmdlets.PullRequestTaskCompleter]::new().CompleteArgument('Get-BitbucketPullRequestTask', 'Id', '', $null, @{ Repository = @(1, 2); PullRequestId = 1 })")]
    public async Task Tab_RepositoryThatIsNone_ThrowsNothing(string script)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Assert.Empty(module.Run(script).Clean());
    }

    [Fact]
    public void Tab_NotConnected_OffersNothing()
    {
        using ModuleRunspace module = new();

        Assert.Empty(TabKey.Press(module, "Get-BitbucketRepository x"));
    }
}
