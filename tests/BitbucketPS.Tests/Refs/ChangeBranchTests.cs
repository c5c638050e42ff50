using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Refs;

public sealed class ChangeBranchTests
{
    private const string RemoveReleases
        = "Get-BitbucketRepository demo/* | Get-BitbucketBranch | Where-Object Name -like 'release/*' | Remove-BitbucketBranch";

    private static readonly string[] s_slugs = ["website", "api", "mobile-app", "docs"];

    [Fact]
    public async Task NewBranch_NameAlone_BeginsAtTheMainBranch()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run("New-BitbucketBranch demo/docs 'feature/ü#1+%'");

        Assert.Equal(["feature/ü#1+%"], result.Texts("Name"));
        Assert.Contains("feature/ü#1+%", await sandbox.GitBranchesAsync("docs"));
        string[] hashes = await Git.LinesAsync(
            sandbox.Server.RepositoryPath("demo", "docs"), "rev-parse", "refs/heads/main", "refs/heads/feature/ü#1+%");
        Assert.Equal(hashes[0], hashes[1]);
    }

    [Fact]
    public async Task NewBranch_InEveryRepository_IsMadeInEach()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        module.Run("Get-BitbucketRepository demo/* | New-BitbucketBranch -Name release/2027.1 -Target main").Clean();

        foreach (string slug in s_slugs)
        {
            Assert.Contains("release/2027.1", await sandbox.GitBranchesAsync(slug));
        }
    }

    [Fact]
    public async Task NewBranch_PipedBranch_BeginsAtItsCommit()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        module.Run("Get-BitbucketBranch demo/api develop | New-BitbucketBranch -Name from-develop").Clean();

        string[] hashes = await Git.LinesAsync(
            sandbox.Server.RepositoryPath("demo", "api"), "rev-parse", "refs/heads/develop", "refs/heads/from-develop", "refs/heads/main");
        Assert.Equal(hashes[0], hashes[1]);
        Assert.NotEqual(hashes[0], hashes[2]);
    }

    [Fact]
    public async Task NewBranch_WhatIf_MakesNothing()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Assert.Empty(module.Run("New-BitbucketBranch demo/docs feature/x -WhatIf").Clean());

        Assert.Contains("""What if: Performing the operation "Create branch from main" on target "demo/docs:feature/x".""", module.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("feature/x", await sandbox.GitBranchesAsync("docs"));
    }

    [Theory]
    [InlineData("New-BitbucketBranch demo/docs main", "Conflict", ErrorCategory.ResourceExists)]
    [InlineData("New-BitbucketBranch demo/docs x -Target nowhere", "BadRequest", ErrorCategory.InvalidArgument)]
    [InlineData("New-BitbucketBranch demo/docs 'a..b'", "BadRequest", ErrorCategory.InvalidArgument)]
    [InlineData("Remove-BitbucketBranch demo/docs nowhere -Confirm:$false", "NotFound", ErrorCategory.ObjectNotFound)]
    public async Task Change_Impossible_IsOneClearError(string script, string id, ErrorCategory category)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string[] before = await sandbox.GitBranchesAsync("docs");

        ErrorRecord error = module.Run(script).SingleError;

        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Contains("demo/docs", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, await sandbox.GitBranchesAsync("docs"));
    }

    [Fact]
    public async Task RemoveBranch_PipedReleases_RemovesExactlyThose()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        Dictionary<string, string[]> before = await AllBranchesAsync(sandbox);

        Assert.Empty(module.Run($"{RemoveReleases} -Confirm:$false").Clean());

        foreach ((string slug, string[] branches) in await AllBranchesAsync(sandbox))
        {
            Assert.Equal(before[slug].Where(name => !name.StartsWith("release/", StringComparison.Ordinal)), branches);
        }
    }

    [Fact]
    public async Task RemoveBranch_WhatIf_ChangesNothing()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        Dictionary<string, string[]> before = await AllBranchesAsync(sandbox);

        Assert.Empty(module.Run($"{RemoveReleases} -WhatIf").Clean());

        Assert.Contains("""What if: Performing the operation "Delete branch" on target "demo/api:release/1.0".""", module.Shown, StringComparison.Ordinal);
        Assert.Equal(before, await AllBranchesAsync(sandbox));
    }

    [Fact]
    public async Task RemoveBranch_NobodyToConfirm_RemovesNothing()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Assert.NotEmpty(module.Run("Remove-BitbucketBranch demo/api release/1.0").AllErrors);

        Assert.Contains("release/1.0", await sandbox.GitBranchesAsync("api"));
    }

    [Fact]
    public async Task RemoveBranch_ObjectsWithRepositoryAndName_AreRemoved()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        module.Run("[pscustomobject]@{ Repository = 'demo/api'; Name = 'release/1.0' } | Remove-BitbucketBranch -Confirm:$false").Clean();

        Assert.DoesNotContain("release/1.0", await sandbox.GitBranchesAsync("api"));
    }

    [Fact]
    public async Task RemoveBranch_SameNameInManyRepositories_RemovesItInEach()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        module.Run("'demo/api', 'demo/website' | Remove-BitbucketBranch -Name release/1.0 -Confirm:$false").Clean();

        Assert.DoesNotContain("release/1.0", await sandbox.GitBranchesAsync("api"));
        Assert.DoesNotContain("release/1.0", await sandbox.GitBranchesAsync("website"));
    }

    [Fact]
    public async Task RemoveBranch_ObjectOfAnotherType_IsRefused()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run(
            "class Tag { [string] $Repository = 'demo/api'; [string] $Name = 'release/1.0' } [Tag]::new() | Remove-BitbucketBranch -Confirm:$false");

        Assert.NotEmpty(result.AllErrors);
        Assert.Contains("release/1.0", await sandbox.GitBranchesAsync("api"));
    }

    [Fact]
    public async Task RemoveBranch_BranchesFromAnotherProcess_AreRemoved()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        module.Run(
            "$far = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-BitbucketBranch demo/api release/1.0)));"
            + " $far | Remove-BitbucketBranch -Confirm:$false").Clean();

        Assert.DoesNotContain("release/1.0", await sandbox.GitBranchesAsync("api"));
    }

    [Fact]
    public async Task RemoveBranch_PipedRepositoryWithoutName_IsRefused()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        Dictionary<string, string[]> before = await AllBranchesAsync(sandbox);

        ScriptResult result = module.Run("Get-BitbucketRepository demo/website | Remove-BitbucketBranch -Confirm:$false");

        Assert.NotEmpty(result.AllErrors);
        Assert.Equal(before, await AllBranchesAsync(sandbox));
    }

    private static async Task<Dictionary<string, string[]>> AllBranchesAsync(SandboxFixture sandbox)
    {
        Dictionary<string, string[]> branches = new(StringComparer.Ordinal);
        foreach (string slug in s_slugs)
        {
            branches[slug] = await sandbox.GitBranchesAsync(slug);
        }

        return branches;
    }
}
