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
    public async Task MergeBase_NoSuchCommit_IsOneClearError()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ErrorRecord error = module.Run("Get-BitbucketMergeBase demo/api main nowhere").SingleError;

        Assert.StartsWith("NotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("demo/api:main..nowhere", error.ToString(), StringComparison.Ordinal);
    }
}
