using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Repositories;

public sealed class SettingInheritanceTests
{
    private const string Raw = "(Invoke-BitbucketRequest /repositories/demo/docs/override-settings).override_settings";

    [Fact]
    public async Task SetInheritance_OneThing_LeavesTheOther()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("Set-BitbucketSettingInheritance demo/docs -InheritsMergeStrategy:$false -InheritsBranchingModel:$false").Clean();
        Assert.Equal("True True", Overrides(module));

        PSObject result = Assert.Single(module.Run("Set-BitbucketSettingInheritance demo/docs -InheritsBranchingModel").Clean());

        Assert.Equal(
            ["demo/docs", "False", "True"],
            ((string[])["Repository", "InheritsMergeStrategy", "InheritsBranchingModel"]).Select(name => $"{result.Properties[name].Value}"));
        Assert.Equal("True False", Overrides(module));
    }

    [Fact]
    public async Task Inheritance_Piped_GoesAround()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("'demo/docs', 'demo/api' | Set-BitbucketSettingInheritance -InheritsMergeStrategy:$false").Clean();

        ScriptResult own = module.Run(
            "Get-BitbucketRepository demo/* | Get-BitbucketSettingInheritance | Where-Object InheritsMergeStrategy -eq $false"
            + " | Set-BitbucketSettingInheritance -InheritsMergeStrategy");

        Assert.Equal(["demo/api", "demo/docs"], own.Texts("Repository"));
        Assert.Equal(["True", "True"], own.Texts("InheritsMergeStrategy"));
        Assert.Equal("False False", Overrides(module));
    }

    [Theory]
    [InlineData("Set-BitbucketSettingInheritance demo/docs", "InvalidArgument", ErrorCategory.InvalidArgument)]
    [InlineData("Set-BitbucketSettingInheritance demo/gone -InheritsBranchingModel", "NotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("Get-BitbucketSettingInheritance demo/gone", "NotFound", ErrorCategory.ObjectNotFound)]
    public async Task Inheritance_Impossible_IsOneClearError(string script, string id, ErrorCategory category)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ErrorRecord error = module.Run(script).SingleError;

        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(category, error.CategoryInfo.Category);
    }

    [Fact]
    public async Task GetInheritance_Table_Fits()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        string table = module.Render("Get-BitbucketRepository demo/* | Get-BitbucketSettingInheritance");

        Assert.Matches("Repository +Inherits merge strategy +Inherits branching model", table);
        Assert.Matches("demo/docs +True +True", table);
        Assert.All(table.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
    }

    private static string Overrides(ModuleRunspace module)
        => $"{Assert.Single(module.Run($"{Raw} | ForEach-Object {{ \"$($_.default_merge_strategy) $($_.branching_model)\" }}").Clean())}";
}
