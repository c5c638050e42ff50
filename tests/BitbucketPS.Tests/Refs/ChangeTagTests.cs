using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Refs;

public sealed class ChangeTagTests
{
    [Fact]
    public async Task NewTag_NameAlone_TagsTheMainBranch()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run("New-BitbucketTag demo/docs 'v1/ü#1' -Message \"First`nlines\"");

        Assert.Equal(["v1/ü#1"], result.Texts("Name"));
        Assert.Equal(["demo/docs"], result.Texts("Repository"));
        string[] hashes = await HashesAsync(sandbox, "docs", "refs/heads/main", "refs/tags/v1/ü#1^{commit}");
        Assert.Equal(hashes[0], hashes[1]);
        Assert.Equal(["First", "lines"], await Git.LinesAsync(
            sandbox.Server.RepositoryPath("demo", "docs"), "for-each-ref", "--format=%(contents)", "refs/tags/v1"));
    }

    [Theory]
    [InlineData("New-BitbucketTag demo/api t release/1.0")]
    [InlineData("New-BitbucketTag demo/api t -Target (Get-BitbucketBranch demo/api release/1.0).Target.Hash")]
    [InlineData("Get-BitbucketBranch demo/api release/1.0 | New-BitbucketTag -Name t")]
    [InlineData("Get-BitbucketCommit demo/api release/1.0 | New-BitbucketTag -Name t")]
    [InlineData("New-BitbucketTag demo/api first release/1.0 | New-BitbucketTag -Name t")]
    public async Task NewTag_Target_IsWhereItPoints(string script)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        module.Run(script).Clean();

        string[] hashes = await HashesAsync(sandbox, "api", "refs/heads/release/1.0", "refs/tags/t^{commit}");
        Assert.Equal(hashes[0], hashes[1]);
    }

    [Fact]
    public async Task NewBranch_PipedCommitOrTag_BeginsThere()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        module.Run("Get-BitbucketCommit demo/api release/1.0 | New-BitbucketBranch -Name a").Clean();
        module.Run("New-BitbucketTag demo/api t release/1.0 | New-BitbucketBranch -Name b").Clean();

        string[] hashes = await HashesAsync(sandbox, "api", "refs/heads/release/1.0", "refs/heads/a", "refs/heads/b");
        Assert.Single(hashes.Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("New-BitbucketTag demo/docs taken", "Conflict", ErrorCategory.ResourceExists)]
    [InlineData("New-BitbucketTag demo/docs x -Target nowhere", "NotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("New-BitbucketTag demo/docs 'a..b'", "BadRequest", ErrorCategory.InvalidArgument)]
    [InlineData("Remove-BitbucketTag demo/docs nowhere -Confirm:$false", "NotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("New-BitbucketTag demo/empty x", "InvalidArgument", ErrorCategory.InvalidArgument)]
    public async Task Change_Impossible_IsOneClearError(string script, string id, ErrorCategory category)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("New-BitbucketTag demo/docs taken; New-BitbucketRepository demo/empty").Clean();

        ErrorRecord error = module.Run(script).SingleError;

        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Contains("demo/", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(["taken"], await TagsAsync(sandbox, "docs"));
    }

    [Fact]
    public async Task WhatIf_Tags_ChangesNothing()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("New-BitbucketTag demo/docs v1").Clean();
        int before = sandbox.Server.Requests.Count;

        Assert.Empty(module.Run("New-BitbucketTag demo/docs v2 main -WhatIf; Get-BitbucketTag demo/docs | Remove-BitbucketTag -WhatIf").Clean());

        Assert.Contains("""What if: Performing the operation "Create tag at main" on target "demo/docs:v2".""", module.Shown, StringComparison.Ordinal);
        Assert.Contains("""What if: Performing the operation "Delete tag" on target "demo/docs:v1".""", module.Shown, StringComparison.Ordinal);
        Assert.All(sandbox.RequestsSince(before), request => Assert.StartsWith("GET ", request, StringComparison.Ordinal));
        Assert.Equal(["v1"], await TagsAsync(sandbox, "docs"));
    }

    [Theory]
    [InlineData("Get-BitbucketRepository demo/* | Get-BitbucketTag -Name *-rc* | Remove-BitbucketTag")]
    [InlineData("[pscustomobject]@{ Repository = 'demo/docs'; Name = 'v1-rc1' } | Remove-BitbucketTag")]
    [InlineData("'demo/docs' | Remove-BitbucketTag -Name v1-rc1")]
    [InlineData("Remove-BitbucketTag demo/docs v1-rc1")]
    public async Task RemoveTag_Input_RemovesExactlyThose(string script)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("New-BitbucketTag demo/docs v1-rc1; New-BitbucketTag demo/docs v1").Clean();

        Assert.Empty(module.Run($"{script} -Confirm:$false").Clean());

        Assert.Equal(["v1"], await TagsAsync(sandbox, "docs"));
    }

    [Fact]
    public async Task RemoveTag_PipedBranchOrRepository_IsRefused()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        await Git.LinesAsync(sandbox.Server.RepositoryPath("demo", "api"), "tag", "release/1.0", "refs/heads/main");

        Assert.NotEmpty(module.Run("Get-BitbucketBranch demo/api release/1.0 | Remove-BitbucketTag -Confirm:$false").AllErrors);
        Assert.NotEmpty(module.Run("Get-BitbucketRepository demo/api | Remove-BitbucketTag -Confirm:$false").AllErrors);
        Assert.NotEmpty(module.Run("Get-BitbucketTag demo/api release/1.0 | Remove-BitbucketBranch -Confirm:$false").AllErrors);

        Assert.Equal(["release/1.0"], await TagsAsync(sandbox, "api"));
        Assert.Contains("release/1.0", await sandbox.GitBranchesAsync("api"));
    }

    private static Task<string[]> HashesAsync(SandboxFixture sandbox, string slug, params string[] names)
        => Git.LinesAsync(sandbox.Server.RepositoryPath("demo", slug), ["rev-parse", .. names]);

    private static Task<string[]> TagsAsync(SandboxFixture sandbox, string slug)
        => Git.LinesAsync(sandbox.Server.RepositoryPath("demo", slug), "tag");
}
