using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Context;

/// <summary>In a git clone, the repository may be left out.</summary>
public sealed class CloneContextTests
{
    [Theory]
    [InlineData("{base}/demo/docs.git")]
    [InlineData("{base}/demo/docs")]
    [InlineData("{base}/demo/docs/")]
    [InlineData("http://ada:secret@{host}/demo/docs.git")]
    [InlineData("git@127.0.0.1:demo/docs.git")]
    [InlineData("127.0.0.1:demo/docs.git")]
    [InlineData("ssh://git@127.0.0.1/demo/docs.git")]
    [InlineData("ssh://git@127.0.0.1:7999/demo/docs.git")]
    [InlineData("git+ssh://git@127.0.0.1/demo/docs.git")]
    public async Task Clone_AddressOfEachKind_IsTheRepository(string address)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        await using TestClone clone = await TestClone.InitAsync(("origin", Fill(address, sandbox)));

        Assert.Equal(["demo/docs"], RepositoryAt(module, clone.Folder));
    }

    [Fact]
    public async Task Clone_MadeByGitItself_IsTheRepositoryInEachFolderOfIt()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        await using TestClone place = await TestClone.InitAsync();
        string folder = Path.Combine(place.Parent, "docs");
        string token = sandbox.Server.IssueAccessToken(TimeSpan.FromHours(1));
        await Git.LinesAsync(place.Parent, "clone", "--quiet", $"http://x-token-auth:{token}@{Host(sandbox)}/demo/docs.git", folder);

        Assert.Equal(["demo/docs"], RepositoryAt(module, folder));
        Assert.Equal(["demo/docs"], RepositoryAt(module, Directory.CreateDirectory(Path.Combine(folder, "a", "b")).FullName));
    }

    [Fact]
    public async Task Clone_WorktreeAndBareClone_AreTheRepositoryToo()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        await using TestClone clone = await TestClone.InitAsync(("origin", $"{sandbox.BaseUri}/demo/docs.git"));
        await clone.CommitAsync();
        string worktree = Path.Combine(clone.Parent, "worktree");
        string bare = Path.Combine(clone.Parent, "bare.git");
        await clone.GitAsync("worktree", "add", "--quiet", "-b", "other", worktree);
        await Git.LinesAsync(clone.Parent, "init", "--quiet", "--bare", bare);
        await Git.LinesAsync(bare, "remote", "add", "origin", $"{sandbox.BaseUri}/demo/api.git");

        Assert.Equal(["demo/docs"], RepositoryAt(module, worktree));
        Assert.Equal(["demo/api"], RepositoryAt(module, bare));
    }

    [Fact]
    public async Task Clone_Submodule_IsItsOwnRepository()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        await using TestClone outer = await TestClone.InitAsync(("origin", $"{sandbox.BaseUri}/demo/website.git"));
        await using TestClone inner = await TestClone.InitAsync();
        await inner.CommitAsync();
        await outer.GitAsync("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.Folder, "part");
        string part = Path.Combine(outer.Folder, "part");
        await Git.LinesAsync(part, "remote", "set-url", "origin", $"{sandbox.BaseUri}/demo/api.git");

        Assert.Equal(["demo/api"], RepositoryAt(module, part));
        Assert.Equal(["demo/website"], RepositoryAt(module, outer.Folder));
    }

    [Fact]
    public async Task Clone_InsteadOf_IsAppliedAsGitDoes()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        await using TestClone clone = await TestClone.InitAsync(("origin", "short:docs"));
        await clone.GitAsync("config", $"url.{sandbox.BaseUri}/demo/.insteadOf", "short:");

        Assert.Equal(["demo/docs"], RepositoryAt(module, clone.Folder));
    }

    [Fact]
    public async Task Clone_SeveralRemotes_TheBranchsThenOriginThenTheFirst()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        await using TestClone clone = await TestClone.InitAsync(
            ("backup", $"{sandbox.BaseUri}/demo/api.git"),
            ("elsewhere", "https://git.example.org/demo/website.git"),
            ("origin", $"{sandbox.BaseUri}/demo/docs.git"));

        string origin = Assert.Single(RepositoryAt(module, clone.Folder));
        await clone.GitAsync("config", "branch.main.remote", "backup");
        string followed = Assert.Single(RepositoryAt(module, clone.Folder));
        await clone.GitAsync("config", "branch.main.remote", "elsewhere");
        string followedElsewhere = Assert.Single(RepositoryAt(module, clone.Folder));
        await clone.CommitAsync();
        await clone.GitAsync("checkout", "--quiet", "--detach");
        string detached = Assert.Single(RepositoryAt(module, clone.Folder));
        await clone.GitAsync("remote", "rename", "origin", "upstream");
        string first = Assert.Single(RepositoryAt(module, clone.Folder));

        Assert.Equal(["demo/docs", "demo/api", "demo/docs", "demo/docs", "demo/api"], [origin, followed, followedElsewhere, detached, first]);
    }

    [Fact]
    public async Task Clone_OfAnotherServer_IsAnErrorThatSaysWhereItLeads()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        await using TestClone clone = await TestClone.InitAsync(
            ("origin", "https://ada:s3cret@git.example.org/demo/docs.git"), ("other", "git@git.example.com:demo/docs.git"), ("here", "/srv/docs"));

        ErrorRecord error = ErrorAt(module, clone.Folder);

        Assert.Equal(
            $"No repository: none was given, the session has none, and no remote of the git clone at {clone.Folder} belongs to {Host(sandbox)}: "
            + "here leads to a folder, origin leads to git.example.org, other leads to git.example.com.",
            $"{error}");
        Assert.Contains("-Repository", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clone_SamePathOnAnotherPort_IsNotTheSessions()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        await using TestClone clone = await TestClone.InitAsync(("origin", "http://127.0.0.1:1/demo/docs.git"));

        Assert.Contains("origin leads to 127.0.0.1:1", $"{ErrorAt(module, clone.Folder)}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clone_WithoutRemotes_SaysSo()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        await using TestClone clone = await TestClone.InitAsync();

        Assert.EndsWith($"the git clone at {clone.Folder} has no remotes.", $"{ErrorAt(module, clone.Folder)}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_ThatIsNoClone_SaysSo()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        await using TestClone clone = await TestClone.InitAsync();

        Assert.EndsWith($"and {clone.Parent} lies in no git clone.", $"{ErrorAt(module, clone.Parent)}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_WhoseConfigurationIsBroken_SaysWhatGitSays()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        await using TestClone clone = await TestClone.InitAsync();
        await File.WriteAllTextAsync(Path.Combine(clone.Folder, ".git", "config"), "[nonsense", TestContext.Current.CancellationToken);

        Assert.Contains("bad config", $"{ErrorAt(module, clone.Folder)}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clone_RepositoryOfTheSession_ComesFirst()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = new();
        await using TestClone clone = await TestClone.InitAsync(("origin", $"{sandbox.BaseUri}/demo/docs.git"));
        module.Run(
            "Connect-Bitbucket -AccessToken $token -BaseUri $baseUri -Repository demo/api",
            ("token", sandbox.Server.IssueAccessToken(TimeSpan.FromHours(1))),
            ("baseUri", sandbox.BaseUri)).Clean();

        Assert.Equal(["demo/api"], RepositoryAt(module, clone.Folder));
    }

    [Fact]
    public async Task Tab_InAClone_OffersItsNames()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        await using TestClone clone = await TestClone.InitAsync(("origin", $"{sandbox.BaseUri}/demo/api.git"));
        module.SetLocation(clone.Folder);

        ScriptResult offered = module.Run("[System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches", ("line", "Get-BitbucketBranch -Name hot"));

        Assert.Equal(["hotfix/2.1.1"], offered.Texts("CompletionText"));
    }

    private static string[] RepositoryAt(ModuleRunspace module, string folder)
    {
        module.SetLocation(folder);
        return module.Run("Get-BitbucketBranch -Name main").Texts("Repository");
    }

    private static ErrorRecord ErrorAt(ModuleRunspace module, string folder)
    {
        module.SetLocation(folder);
        ErrorRecord error = module.Run("Get-BitbucketBranch").SingleError;
        Assert.StartsWith("RepositoryRequired,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        return error;
    }

    private static string Fill(string address, SandboxFixture sandbox)
        => address.Replace("{base}", sandbox.BaseUri, StringComparison.Ordinal).Replace("{host}", Host(sandbox), StringComparison.Ordinal);

    private static string Host(SandboxFixture sandbox) => sandbox.Server.BaseAddress.Authority;
}
