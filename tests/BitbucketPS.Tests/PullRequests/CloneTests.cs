using System.Management.Automation;
using BitbucketPS.Tests.Context;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.PullRequests;

/// <summary>What pull requests take from the git clone that a person stands in, and from commits.</summary>
public sealed class CloneTests
{
    [Fact]
    public async Task Current_OnABranchWithAPullRequest_IsThatOne()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        await using TestClone clone = await InAsync(sandbox, module, "feature/rate-limits");

        Assert.Equal(["1"], module.Run("Get-BitbucketPullRequest -Current").Texts("Id"));
    }

    [Theory]
    [InlineData("-Skip 1")]
    [InlineData("-First 0")]
    public async Task Current_WhatIsSkipped_IsNotMissing(string parameters)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        await using TestClone clone = await InAsync(sandbox, module, "feature/rate-limits");

        Assert.Empty(module.Run($"Get-BitbucketPullRequest -Current {parameters}").Clean());
    }

    [Fact]
    public async Task Current_OnABranchWithout_IsNothingOrOneErrorThatNamesTheBranch()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        await using TestClone clone = await InAsync(sandbox, module, "develop");

        ErrorRecord error = module.Run("Get-BitbucketPullRequest -Current").SingleError;

        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Contains("develop", $"{error}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_InAClone_IsFromTheCheckedOutBranchAndFilledFromItsCommits()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        await using TestClone clone = await InAsync(sandbox, module, "develop");

        string[] made = module.Run("New-BitbucketPullRequest -Fill").Texts("Id");

        ScriptResult found = module.Run($"Get-BitbucketPullRequest demo/api {made.Single()}");
        Assert.Equal(("develop", "main", "Start develop"), (found.Texts("SourceBranch").Single(), found.Texts("DestinationBranch").Single(), found.Texts("Title").Single()));
    }

    private static async Task<TestClone> InAsync(SandboxFixture sandbox, ModuleRunspace module, string branch)
    {
        TestClone clone = await TestClone.InitAsync(("origin", $"{sandbox.BaseUri}/demo/api.git"));
        await clone.CommitAsync();
        await clone.GitAsync("checkout", "--quiet", "-B", branch);
        module.SetLocation(clone.Folder);
        return clone;
    }
}
