using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Refs;

public sealed class GetBranchTests
{
    [Fact]
    public async Task GetBranch_Repository_WritesAllBranchesInThreeRequests()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        ScriptResult result = module.Run("Get-BitbucketBranch demo/website");

        string[] inGit = await sandbox.GitBranchesAsync("website");
        Assert.True(inGit.Length > 250);
        Assert.Equal(inGit.Order(StringComparer.Ordinal), result.Texts("Name").Order(StringComparer.Ordinal));
        Assert.Equal(3, sandbox.RequestsSince(before).Length);
    }

    [Fact]
    public async Task GetBranch_EachHardestName_IsFoundByItself()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string[] hardest = [.. (await sandbox.GitBranchesAsync("website")).Where(name => !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '.'))];
        Assert.True(hardest.Length >= 10);

        foreach (string name in hardest)
        {
            ScriptResult result = module.Run("Get-BitbucketBranch demo/website -Name $name", ("name", name));
            Assert.Equal([name], result.Texts("Name"));
        }
    }

    [Fact]
    public async Task GetBranch_PlainName_AsksForThatBranchAlone()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        module.Run("Get-BitbucketBranch demo/api release/1.0").Clean();

        Assert.Equal(["GET /2.0/repositories/demo/api/refs/branches/release%2F1.0"], sandbox.RequestsSince(before));
    }

    [Fact]
    public async Task GetBranch_Wildcard_WritesWhatMatches()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string[] expected = [.. (await sandbox.GitBranchesAsync("api")).Where(name => name.StartsWith("release/", StringComparison.Ordinal))];

        Assert.Equal(expected, module.Run("Get-BitbucketBranch demo/api release/*").Texts("Name"));
        Assert.Equal(["release/1.0", "release/1.1"], module.Run("Get-BitbucketBranch demo/api 'release/1.[01]'").Texts("Name"));
    }

    [Fact]
    public async Task GetBranch_FilterAndSort_AreTheServers()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run("Get-BitbucketBranch demo/api release/1* -Filter 'name != \"release/1.0\"' -Sort '-name'");

        Assert.Equal(["release/1.1"], result.Texts("Name"));
    }

    [Fact]
    public async Task GetBranch_PlainNameWithAFilter_IsThatNameLetterByLetter()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("New-BitbucketBranch demo/api Main develop; New-BitbucketTag demo/api V1 main; New-BitbucketTag demo/api v1 main").Clean();

        Assert.Equal(["main"], module.Run("Get-BitbucketBranch demo/api main -Filter 'name ~ \"a\"' -First 1").Texts("Name"));
        Assert.Equal(["main"], module.Run("Get-BitbucketBranch demo/api main -Filter 'name ~ \"a\"'").Texts("Name"));
        Assert.Equal(["v1"], module.Run("Get-BitbucketTag demo/api v1 -Filter 'name ~ \"1\"'").Texts("Name"));
        Assert.Empty(module.Run("Get-BitbucketBranch demo/api main -Filter 'name ~ \"release\"'").Clean());
    }

    [Fact]
    public async Task GetBranch_BrokenPattern_IsOneClearError()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ErrorRecord error = module.Run("Get-BitbucketBranch demo/api 'a[b'").SingleError;

        Assert.StartsWith("InvalidArgument,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("a[b", $"{error}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetBranch_StoppedAfterTheFirst_MakesOneRequest()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        ScriptResult result = module.Run("do { Get-BitbucketBranch demo/website | ForEach-Object { $_; break } } while ($false)");

        Assert.Single(result.Clean());
        Assert.Single(sandbox.RequestsSince(before));
    }

    [Fact]
    public async Task GetBranch_PipedRepositories_ListsEachInOrder()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult piped = module.Run("'demo/docs', 'api' | Get-BitbucketBranch");
        ScriptResult objects = module.Run("Get-BitbucketRepository demo/* | Get-BitbucketBranch -Name main");

        Assert.Equal(["demo/docs", "demo/api"], piped.Texts("Repository").Distinct(StringComparer.Ordinal));
        Assert.Equal(module.Run("Get-BitbucketRepository").Texts("FullName"), objects.Texts("Repository"));
    }

    [Fact]
    public async Task GetBranch_OneMissingAmongPiped_IsOneErrorInItsPlace()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run("'demo/docs', 'demo/gone', 'demo/api' | Get-BitbucketBranch -Name main");

        Assert.Equal(["demo/docs", "demo/api"], result.Output.Select(item => item.Properties["Repository"].Value.ToString()));
        Assert.Contains("demo/gone", result.SingleError.ToString(), StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ObjectNotFound, result.SingleError.CategoryInfo.Category);
    }

    [Fact]
    public async Task GetBranch_BranchMadeByGit_IsSeenAtOnce()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        await Git.LinesAsync(sandbox.Server.RepositoryPath("demo", "docs"), "branch", "made-by-git", "main");

        Assert.Equal(["made-by-git"], module.Run("Get-BitbucketBranch demo/docs made-by-git").Texts("Name"));
    }

    [Fact]
    public async Task GetBranch_InAGitClone_NeedsNoRepository()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        DirectoryInfo clone = Directory.CreateTempSubdirectory();
        try
        {
            await Git.LinesAsync(clone.FullName, "init", "--quiet");
            await Git.LinesAsync(clone.FullName, "remote", "add", "elsewhere", "https://git.example.org/x/y.git");
            await Git.LinesAsync(clone.FullName, "remote", "add", "upstream", $"{sandbox.BaseUri}/demo/docs.git");

            module.SetLocation(clone.FullName);
            ScriptResult result = module.Run("Get-BitbucketBranch");

            Assert.Equal(["demo/docs"], result.Texts("Repository"));
        }
        finally
        {
            clone.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task GetBranch_Table_FitsAndSaysWhatMatters()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        string table = module.Render("Get-BitbucketBranch demo/website");

        Assert.Contains("Repository: demo/website", table, StringComparison.Ordinal);
        Assert.Matches(@"Name +Commit +Age +Author +Message", table);
        Assert.Matches(@"main +[0-9a-f]{7} +(just now|\d+ \w+ ago)", table);
        Assert.All(table.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
    }
}
