using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Repositories;

public sealed class ChangeRepositoryTests
{
    private const string Raw = "Invoke-BitbucketRequest /repositories/demo/";

    [Fact]
    public async Task NewRepository_AddressAlone_IsPrivate()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Assert.Equal(["demo/shop"], module.Run("New-BitbucketRepository shop").Texts("FullName"));

        PSObject made = Assert.Single(module.Run($"{Raw}shop").Clean());
        Assert.Equal((true, "shop"), (made.Properties["is_private"].Value, $"{made.Properties["name"].Value}"));
    }

    [Fact]
    public async Task NewRepository_EverythingSaid_IsSo()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        module.Run(
            "New-BitbucketRepository demo/open -Name 'Open data' -Project MOB -Description 'Für alle' -Language C# -ForkPolicy no_forks"
            + " -Website https://example.com/ -IsPrivate:$false").Clean();

        ScriptResult made = module.Run($"{Raw}open");
        Assert.Equal(
            ["Open data", "Für alle", "c#", "no_forks", "https://example.com/", "False"],
            ((string[])["name", "description", "language", "fork_policy", "website", "is_private"]).Select(name => Assert.Single(made.Texts(name))));
        Assert.Equal("MOB", $"{module.Run($"({Raw}open).project.key").Clean()[0]}");
    }

    [Fact]
    public async Task SetRepository_OneThing_LeavesTheRest()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string[] before = Texts(module);

        Assert.Equal([""], module.Run("Set-BitbucketRepository demo/docs -Description ''").Texts("Description"));

        string[] after = Texts(module);
        Assert.Equal(["Description: "], after.Except(before, StringComparer.Ordinal).Where(text => !text.StartsWith("UpdatedOn", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("-IsPrivate", "IsPrivate", "True")]
    [InlineData("-Project MOB", "Project", "MOB")]
    [InlineData("-Language Rust", "Language", "rust")]
    [InlineData("-ForkPolicy NO_FORKS", "ForkPolicy", "no_forks")]
    [InlineData("-Website https://example.com/x", "Website", "https://example.com/x")]
    [InlineData("-MainBranch other", "MainBranch", "other")]
    public async Task SetRepository_EachProperty_IsChanged(string parameters, string property, string expected)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("New-BitbucketBranch demo/docs other").Clean();

        module.Run($"Get-BitbucketRepository demo/docs | Set-BitbucketRepository {parameters}").Clean();

        Assert.Equal([expected], module.Run("Get-BitbucketRepository demo/docs").Texts(property));
    }

    [Fact]
    public async Task Gotcha32_Rename_WritesTheNewAddressAndTheOldOneStillLeadsThere()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Assert.Equal(["demo/the-handbook"], module.Run("Set-BitbucketRepository demo/docs -Name 'The handbook'").Texts("FullName"));
        Assert.Equal(["demo/the-handbook"], module.Run("Get-BitbucketRepository demo/the-handbook").Texts("FullName"));

        // The service would make a new repository at the old address.
        Assert.Equal(["demo/the-handbook"], module.Run("Set-BitbucketRepository demo/docs -Description new").Texts("FullName"));
        Assert.Equal(["new"], module.Run("Get-BitbucketRepository demo/the-handbook").Texts("Description"));
        Assert.Equal(
            ["demo/website", "demo/api", "demo/mobile-app", "demo/the-handbook"],
            module.Run("Get-BitbucketRepository demo/*").Texts("FullName"));
    }

    [Theory]
    [InlineData("New-BitbucketRepository demo/docs", "Conflict", ErrorCategory.ResourceExists)]
    [InlineData("New-BitbucketRepository demo/new -Project NOPE", "BadRequest", ErrorCategory.InvalidArgument)]
    [InlineData("Set-BitbucketRepository demo/gone -Description x", "NotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("Set-BitbucketRepository demo/docs -Name API", "Conflict", ErrorCategory.ResourceExists)]
    [InlineData("Set-BitbucketRepository demo/docs", "InvalidArgument", ErrorCategory.InvalidArgument)]
    [InlineData("Remove-BitbucketRepository demo/gone -Confirm:$false", "NotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("Remove-BitbucketRepository demo/* -Confirm:$false", "InvalidRepository", ErrorCategory.InvalidArgument)]
    public async Task Change_Impossible_IsOneClearError(string script, string id, ErrorCategory category)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ErrorRecord error = module.Run(script).SingleError;

        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Contains("demo/", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(4, module.Run("Get-BitbucketRepository demo/*").Clean().Count);
    }

    [Fact]
    public async Task WhatIf_Repositories_ChangesNothing()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        Assert.Empty(module.Run(
            "New-BitbucketRepository demo/a -WhatIf; Set-BitbucketRepository demo/docs -Name b -WhatIf; Set-BitbucketRepository demo/docs -IsPrivate -WhatIf;"
            + " Remove-BitbucketRepository demo/docs -WhatIf; New-BitbucketFork demo/docs -Name c -WhatIf;"
            + " Set-BitbucketSettingInheritance demo/docs -InheritsBranchingModel -WhatIf").Clean());

        Assert.Empty(sandbox.RequestsSince(before));
        Assert.Equal(
            [
                "\"Create private repository\" on target \"demo/a\".",
                "\"Rename repository to 'b'\" on target \"demo/docs\".",
                "\"Change repository\" on target \"demo/docs\".",
                "\"Delete repository\" on target \"demo/docs\".",
                "\"Fork to demo/c\" on target \"demo/docs\".",
                "\"Change what is inherited from the project\" on target \"demo/docs\".",
            ],
            module.Shown.Split("What if: Performing the operation ").Skip(1).Select(line => line.Trim()));
    }

    [Theory]
    [InlineData("Get-BitbucketRepository demo/* -Project MOB | Remove-BitbucketRepository -Confirm:$false")]
    [InlineData("[pscustomobject]@{ FullName = 'demo/mobile-app' } | Remove-BitbucketRepository -Confirm:$false")]
    [InlineData("'mobile-app' | Remove-BitbucketRepository -RedirectTo https://example.com/ -Confirm:$false")]
    public async Task RemoveRepository_Input_RemovesExactlyThose(string script)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Assert.Empty(module.Run(script).Clean());

        Assert.Equal(["demo/website", "demo/api", "demo/docs"], module.Run("Get-BitbucketRepository demo/*").Texts("FullName"));
    }

    [Theory]
    [InlineData("Remove-BitbucketRepository demo/docs")]
    [InlineData("Get-BitbucketBranch demo/docs | Remove-BitbucketRepository -Confirm:$false")]
    [InlineData("[pscustomobject]@{ Repository = 'demo/docs'; Name = 'main' } | Remove-BitbucketRepository -Confirm:$false")]
    public async Task RemoveRepository_NotSurelyMeant_RemovesNothing(string script)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Assert.NotEmpty(module.Run(script).AllErrors);

        Assert.Equal(4, module.Run("Get-BitbucketRepository demo/*").Clean().Count);
    }

    private static string[] Texts(ModuleRunspace module)
        => [.. Assert.Single(module.Run("Get-BitbucketRepository demo/docs").Clean()).Properties.Select(property => $"{property.Name}: {property.Value}")];
}
