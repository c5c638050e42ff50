using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Projects;

public sealed class ProjectTests
{
    [Theory]
    [InlineData("Get-BitbucketProject -Workspace demo", "WEB MOB")]
    [InlineData("Get-BitbucketProject -Workspace demo -Key W*", "WEB")]
    [InlineData("Get-BitbucketProject -Workspace demo -Name Mob*", "MOB")]
    [InlineData("Get-BitbucketProject demo WEB", "WEB")]
    [InlineData("Get-BitbucketWorkspace | Get-BitbucketProject", "WEB MOB")]
    [InlineData("Get-BitbucketProject demo MOB | Get-BitbucketProject", "MOB")]
    [InlineData("Get-BitbucketProject demo MOB | Get-BitbucketProject -Key W*", "WEB")]
    [InlineData("[pscustomobject]@{ Workspace = 'demo'; Key = 'WEB' } | Get-BitbucketProject", "WEB")]
    [InlineData("[pscustomobject]@{ Workspace = 'demo' } | Get-BitbucketProject", "WEB MOB")]
    [InlineData("[pscustomobject]@{ Slug = 'demo' } | Get-BitbucketProject", "WEB MOB")]
    [InlineData("'demo' | Get-BitbucketProject", "WEB MOB")]
    public async Task Projects_AsAskedFor_AreThose(string script, string keys)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Assert.Equal(keys.Split(' ').Order(StringComparer.Ordinal), module.Run(script).Texts("Key").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Project_MadeChangedAndRemoved_IsSoAtTheService()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        module.Run("New-BitbucketProject -Workspace demo -Key OPS -Name Operations -Description 'What runs'").Clean();
        module.Run("Get-BitbucketProject -Workspace demo -Key OPS | Set-BitbucketProject -Name 'Operations and so on'").Clean();

        ScriptResult changed = module.Run("Get-BitbucketProject -Workspace demo -Key OPS");
        Assert.Equal(("Operations and so on", "What runs"), (changed.Texts("Name").Single(), changed.Texts("Description").Single()));

        module.Run("Remove-BitbucketProject -Workspace demo -Key OPS -Confirm:$false").Clean();
        Assert.Equal(["MOB", "WEB"], module.Run("Get-BitbucketProject -Workspace demo").Texts("Key").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("[pscustomobject]@{ Workspace = 'demo' } | Remove-BitbucketProject -WhatIf")]
    [InlineData("[pscustomobject]@{ Workspace = 'demo' } | Set-BitbucketProject -Description x -WhatIf")]
    [InlineData("[pscustomobject]@{ Key = 'WEB' } | Remove-BitbucketProject -WhatIf")]
    public async Task Projects_OfWhichHalfIsSaid_AreRefused(string script)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Assert.StartsWith("InputObjectNotBound,", module.Run(script).SingleError.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain("What if", module.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-BitbucketProject -Workspace demo -Key NONE", ErrorCategory.ObjectNotFound)]
    [InlineData("Set-BitbucketProject -Workspace demo -Key NONE -Name 'Never made'", ErrorCategory.ObjectNotFound)]
    [InlineData("Remove-BitbucketProject -Workspace demo -Key NONE -Confirm:$false", ErrorCategory.ObjectNotFound)]
    [InlineData("Remove-BitbucketProject -Workspace demo -Key WEB -Confirm:$false", ErrorCategory.PermissionDenied)]
    public async Task Projects_Impossible_AreOneClearErrorAndChangeNothing(string script, ErrorCategory category)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Assert.Equal(category, module.Run(script).SingleError.CategoryInfo.Category);
        Assert.Equal(["MOB", "WEB"], module.Run("Get-BitbucketProject -Workspace demo").Texts("Key").Order(StringComparer.Ordinal));
    }
}
