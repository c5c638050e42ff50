using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Commits;

public sealed class ListCommitTests
{
    [Fact]
    public async Task ListCommits_Repository_AreThoseOfAllBranchesAndTags()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run("Get-BitbucketCommit demo/website");

        string[] all = await sandbox.GitLogAsync("website", "--branches", "--tags");
        Assert.True(all.Length > 200);
        Assert.Equal(all.Order(StringComparer.Ordinal), result.Texts("Hash").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("-Branch develop", "develop")]
    [InlineData("-Branch develop -Exclude main", "develop", "^main")]
    [InlineData("-Branch release/1.0 -Include develop -Exclude main", "release/1.0", "develop", "^main")]
    [InlineData("-Include develop, main", "develop", "main")]
    [InlineData("-Exclude main", "--branches", "--tags", "^main")]
    [InlineData("-Branch main -Path README.md", "main", "--", "README.md")]
    public async Task ListCommits_Restricted_AreThoseThatGitLists(string parameters, params string[] git)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run($"Get-BitbucketCommit demo/api {parameters}");

        Assert.Equal((await sandbox.GitLogAsync("api", git)).Order(StringComparer.Ordinal), result.Texts("Hash").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "POST /2.0/repositories/demo/website/commits?")]
    [InlineData("-Branch main", "POST /2.0/repositories/demo/website/commits/main?")]
    public async Task ListCommits_ManyNames_TravelInTheBodyOfEveryPage(string parameters, string begins)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string[] excluded = await sandbox.GitLogAsync("website", "main~3", "--max-count=60");
        int before = sandbox.Server.Requests.Count;

        ScriptResult result = module.Run(
            $"Get-BitbucketCommit demo/website {parameters} -Include $include -Exclude $excluded",
            ("include", await sandbox.GitBranchesAsync("website")),
            ("excluded", excluded));

        string[] expected = await sandbox.GitLogAsync("website", "main", "--branches", "^main~3");
        string[] sent = sandbox.RequestsSince(before);
        Assert.Equal(expected.Length, result.Clean().Count);
        Assert.True(sent.Length >= 2, $"{sent.Length}");
        Assert.All(sent, line => Assert.StartsWith(begins, line, StringComparison.Ordinal));
        Assert.All(sent, line => Assert.True(line.Length < 1_000, line));
    }

    [Fact]
    public async Task ListCommits_First_AsksForNoMore()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string[] expected = await sandbox.GitLogAsync("website", "main", "--max-count=7");
        int before = sandbox.Server.Requests.Count;

        Assert.Equal(expected[..3], module.Run("Get-BitbucketCommit demo/website -Branch main -First 3").Texts("Hash"));
        Assert.Equal(expected[2..7], module.Run("Get-BitbucketCommit demo/website -Branch main -Skip 2 -First 5").Texts("Hash"));

        string[] sent = sandbox.RequestsSince(before);
        Assert.Equal(2, sent.Length);
        Assert.Contains("pagelen=3", sent[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListCommits_OfAPullRequest_AreThoseItBrings()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string[] expected = await sandbox.GitLogAsync("website", "feature/WEB-101", "^main");

        ScriptResult byId = module.Run("Get-BitbucketCommit demo/website -PullRequestId 2");
        ScriptResult piped = module.Run("[BitbucketPS.PullRequest]@{ Id = 2; Repository = 'demo/website' } | Get-BitbucketCommit");
        ScriptResult untyped = module.Run("[pscustomobject]@{ Repository = 'demo/website'; Id = 2 } | Get-BitbucketCommit");

        Assert.NotEmpty(expected);
        Assert.Equal(expected, byId.Texts("Hash"));
        Assert.Equal(expected, piped.Texts("Hash"));
        Assert.Equal(expected, untyped.Texts("Hash"));
        Assert.Equal("demo/website", byId.Texts("Repository")[0]);
    }

    [Fact]
    public async Task ListCommits_PipedRepositories_AreListedInOrder()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string[] all = module.Run("Get-BitbucketRepository demo/*").Texts("FullName");

        Assert.Equal(all, module.Run("Get-BitbucketRepository demo/* | Get-BitbucketCommit -First 1").Texts("Repository"));
        Assert.Equal(["demo/docs", "demo/api"], module.Run("'demo/docs', 'api' | Get-BitbucketCommit -First 1").Texts("Repository"));
        Assert.Equal(["demo/api"], module.Run("[pscustomobject]@{ Repository = 'demo/api' } | Get-BitbucketCommit -First 1").Texts("Repository"));
    }

    [Fact]
    public async Task ListCommits_OneMissingAmongPiped_IsOneErrorInItsPlace()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run("'demo/docs', 'demo/gone', 'demo/api' | Get-BitbucketCommit -First 1");

        Assert.Equal(["demo/docs", "demo/api"], result.Output.Select(item => item.Properties["Repository"].Value.ToString()));
        Assert.Contains("demo/gone", result.SingleError.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListCommits_AskedFor_LeaveOutWhatNobodyReads()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        module.Run("Get-BitbucketCommit demo/website -First 1").Clean();

        string fields = Uri.UnescapeDataString(sandbox.RequestsSince(before).Single().Split("fields=")[1]);
        string[] left = fields.Split(',');
        Assert.Contains("-values.repository", left);
        Assert.Contains("-values.rendered", left);
        Assert.Contains("-values.summary", left);
        Assert.Contains("-values.parents.links", left);
        Assert.DoesNotContain("-values.parents", left);
        Assert.DoesNotContain("-values.message", left);
    }
}
