using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Repositories;

public sealed class ForkTests
{
    [Fact]
    public async Task NewFork_Name_IsAForkWithTheSameCommits()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run("New-BitbucketFork demo/api -Name 'API trial' -Project MOB -Description mine -ForkPolicy no_forks");

        Assert.Equal(["demo/api-trial"], result.Texts("FullName"));
        Assert.Equal(["demo/api"], result.Texts("Parent"));
        Assert.Equal(["MOB"], result.Texts("Project"));
        Assert.Equal(await sandbox.GitBranchesAsync("api"), await sandbox.GitBranchesAsync("api-trial"));
        Assert.Equal(["c#"], module.Run("Get-BitbucketRepository demo/api-trial").Texts("Language"));
    }

    [Fact]
    public async Task GetFork_Repository_WritesItsForks()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("New-BitbucketFork demo/api -Name b -Workspace demo; New-BitbucketFork demo/api -Name a; New-BitbucketFork demo/docs -Name c").Clean();

        Assert.Equal(["demo/a", "demo/b"], module.Run("Get-BitbucketFork demo/api -Sort slug").Texts("FullName"));
        Assert.Equal(["demo/b"], module.Run("Get-BitbucketFork demo/api -Filter 'slug = \"b\"' -Role Admin").Texts("FullName"));
        Assert.Equal(["demo/b"], module.Run("Get-BitbucketFork demo/api -Sort slug -Skip 1").Texts("FullName"));
        Assert.Equal(
            ["demo/api", "demo/api", "demo/docs"],
            module.Run("Get-BitbucketRepository demo/* | Get-BitbucketFork").Texts("Parent"));
        Assert.Empty(module.Run("Get-BitbucketFork demo/website").Clean());
    }

    [Fact]
    public async Task GetFork_PipesOn_AsRepository()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("New-BitbucketFork demo/api -Name b").Clean();

        Assert.Equal(["demo/b"], module.Run("Get-BitbucketFork demo/api | Get-BitbucketBranch -Name main").Texts("Repository"));
    }

    [Theory]
    [InlineData("New-BitbucketFork demo/docs", "Conflict", ErrorCategory.ResourceExists)]
    [InlineData("New-BitbucketFork demo/api -Name b -Workspace nowhere", "NotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("New-BitbucketFork demo/closed -Name b", "Forbidden", ErrorCategory.PermissionDenied)]
    [InlineData("Get-BitbucketFork demo/gone", "NotFound", ErrorCategory.ObjectNotFound)]
    public async Task Fork_Impossible_IsOneClearError(string script, string id, ErrorCategory category)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("New-BitbucketRepository demo/closed -ForkPolicy no_forks").Clean();

        ErrorRecord error = module.Run(script).SingleError;

        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Equal(5, module.Run("Get-BitbucketRepository demo/*").Clean().Count);
    }
}
