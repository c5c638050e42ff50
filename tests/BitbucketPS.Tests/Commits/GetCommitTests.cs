using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Commits;

public sealed class GetCommitTests
{
    [Fact]
    public async Task GetCommit_Hash_IsOneRequestForThatCommit()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string hash = await sandbox.GitHashAsync("website", "main");
        int before = sandbox.Server.Requests.Count;

        ScriptResult result = module.Run($"Get-BitbucketCommit demo/website {hash}");

        Assert.Equal([hash], result.Texts("Hash"));
        Assert.Equal(["demo/website"], result.Texts("Repository"));
        Assert.Equal([$"GET /2.0/repositories/demo/website/commit/{hash}"], sandbox.RequestsSince(before));
    }

    [Fact]
    public async Task GetCommit_BranchOrTag_IsTheCommitItPointsTo()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        await Git.LinesAsync(sandbox.Server.RepositoryPath("demo", "website"), "tag", "v9.1", "main~1");

        Assert.Equal([await sandbox.GitHashAsync("website", "main")], module.Run("Get-BitbucketCommit demo/website main").Texts("Hash"));
        Assert.Equal([await sandbox.GitHashAsync("website", "main~1")], module.Run("Get-BitbucketCommit demo/website v9.1").Texts("Hash"));
    }

    [Fact]
    public async Task Gotcha17_BranchWithASlash_NeverStandsInThePath()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string hash = await sandbox.GitHashAsync("api", "release/1.0");
        int before = sandbox.Server.Requests.Count;

        Assert.Equal([hash], module.Run("Get-BitbucketCommit demo/api release/1.0").Texts("Hash"));
        Assert.Equal(hash, module.Run("Get-BitbucketCommit demo/api -Branch release/1.0 -First 1").Texts("Hash").Single());
        module.Run("Get-BitbucketMergeBase demo/api release/1.0 main").Clean();
        module.Run("Approve-BitbucketCommit demo/api release/1.0").Clean();
        module.Run("New-BitbucketCommitComment demo/api release/1.0 'Fine'").Clean();
        module.Run("New-BitbucketCommitStatus demo/api release/1.0 ci SUCCESSFUL -Url https://ci.example.com/1").Clean();

        Assert.All(sandbox.RequestsSince(before), line =>
        {
            string path = line.Split('?')[0];
            Assert.DoesNotContain("%2F", path, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("release", path, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task GetCommit_EachHardestBranchName_IsFound()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string[] hardest = [.. (await sandbox.GitBranchesAsync("website")).Where(name => !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '.'))];
        Assert.True(hardest.Length >= 10);

        foreach (string name in hardest)
        {
            string expected = await sandbox.GitHashAsync("website", $"refs/heads/{name}");
            Assert.Equal([expected], module.Run("Get-BitbucketCommit demo/website $name", ("name", name)).Texts("Hash"));
            Assert.Equal([expected], module.Run("Get-BitbucketCommit demo/website -Branch $name -First 1", ("name", name)).Texts("Hash"));
        }
    }

    [Fact]
    public async Task GetCommit_Alone_TellsWhoApprovedAndWhatItFollows()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("Approve-BitbucketCommit demo/website main").Clean();

        ScriptResult result = module.Run("$c = Get-BitbucketCommit demo/website main; \"$($c.Participants)\"; \"$($c.Participants.IsApproved)\"; \"$($c.Parents)\"");

        string[] parents = await Git.LinesAsync(sandbox.Server.RepositoryPath("demo", "website"), "log", "-1", "--format=%P", "main");
        Assert.Equal(["Dana Demo", "True", .. parents], result.Clean().Select(item => $"{item}"));
    }

    [Theory]
    [InlineData("Get-BitbucketCommit demo/website nowhere", "NotFound", "nowhere")]
    [InlineData("Get-BitbucketCommit demo/website no/where", "NotFound", "no/where")]
    [InlineData("Get-BitbucketCommit demo/website -Branch nowhere", "NotFound", "demo/website:nowhere: ")]
    [InlineData("Get-BitbucketCommit demo/website -Branch main -Exclude nowhere", "NotFound", "demo/website:main ^nowhere: ")]
    [InlineData("Get-BitbucketCommit demo/website 0123456789abcdef0123456789abcdef01234567", "NotFound", "0123456789abcdef")]
    [InlineData("Get-BitbucketCommit demo/website -PullRequestId 4711", "NotFound", "4711")]
    [InlineData("Get-BitbucketCommit demo/website main -Exclude develop", "InvalidArgument", "main")]
    [InlineData("Get-BitbucketCommit demo/website main -Path README.md", "InvalidArgument", "main")]
    [InlineData("Get-BitbucketCommit", "RepositoryRequired", "No repository")]
    public async Task GetCommit_Impossible_IsOneClearError(string script, string id, string named)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.SetLocation(Path.GetTempPath());

        ErrorRecord error = module.Run(script).SingleError;

        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(named, error.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(error.ErrorDetails?.RecommendedAction ?? "");
    }

    [Fact]
    public async Task GetCommit_PipedBranches_AreTheirCommits()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run("Get-BitbucketBranch demo/api release/* | Get-BitbucketCommit");

        string[] branches = [.. (await sandbox.GitBranchesAsync("api")).Where(name => name.StartsWith("release/", StringComparison.Ordinal))];
        string[] expected = await Task.WhenAll(branches.Select(name => sandbox.GitHashAsync("api", name)));
        Assert.Equal(expected.Order(StringComparer.Ordinal), result.Texts("Hash").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task GetCommit_PipedCommentAndStatus_AreTheCommitTheyAreAbout()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string hash = await sandbox.GitHashAsync("docs", "main");

        ScriptResult result = module.Run(
            "New-BitbucketCommitComment demo/docs main 'Hello' | Get-BitbucketCommit;"
            + " New-BitbucketCommitStatus demo/docs main ci FAILED -Url https://ci.example.com/1 | Get-BitbucketCommit");

        Assert.Equal([hash, hash], result.Texts("Hash"));
    }

    [Fact]
    public async Task GetCommit_Table_FitsAndSaysWhatMatters()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        string table = module.Render("Get-BitbucketCommit demo/website -Branch main -First 20");

        Assert.Contains("Repository: demo/website", table, StringComparison.Ordinal);
        Assert.Matches(@"Commit +Age +Author +Message", table);
        Assert.Matches(@"[0-9a-f]{7} +(just now|\d+ \w+ ago)", table);
        Assert.All(table.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
    }
}
