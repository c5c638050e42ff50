using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Workspaces;

public sealed class WorkspaceTests
{
    [Fact]
    public async Task Gotcha27_Workspaces_AreThoseOfTheAccountAndNeverAllOfTheService()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        Assert.Equal(["demo"], module.Run("Get-BitbucketWorkspace").Texts("Slug"));

        Assert.All(sandbox.RequestsSince(before), request => Assert.StartsWith("GET /2.0/user/workspaces", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Workspace_BySlug_IsOneRequest()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        Assert.Equal(["Demo Workspace"], module.Run("Get-BitbucketWorkspace demo").Texts("Name"));
        Assert.Equal(["GET /2.0/workspaces/demo"], sandbox.RequestsSince(before));
    }

    [Fact]
    public async Task Workspace_Unknown_IsOneClearError()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ErrorRecord error = module.Run("Get-BitbucketWorkspace nowhere").SingleError;

        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Contains("nowhere", $"{error}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-BitbucketWorkspaceMember demo", 6)]
    [InlineData("Get-BitbucketWorkspaceMember demo 'J*'", 1)]
    [InlineData("Get-BitbucketWorkspaceMember demo -First 2", 2)]
    [InlineData("Get-BitbucketWorkspace | Get-BitbucketWorkspaceMember", 6)]
    [InlineData("(Get-BitbucketWorkspaceMember demo 'Asha Rao').User.Uuid | ForEach-Object { Get-BitbucketWorkspaceMember demo $_ }", 1)]
    public async Task Members_AsAskedFor_AreThose(string script, int count)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Assert.Equal(count, module.Run(script).Clean().Count);
    }

    [Fact]
    public async Task Member_WithBracketsThatAreMeant_IsLookedForWithoutBackticks()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ErrorRecord error = module.Run("Get-BitbucketWorkspaceMember demo 'Ann `[x`]'").SingleError;

        Assert.Contains("'Ann [x]'", $"{error}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[pscustomobject]@{ Workspace = 'demo' } | Get-BitbucketWorkspaceMember -First 1")]
    [InlineData("[pscustomobject]@{ Workspace = 'demo'; Key = 'WEB' } | Get-BitbucketProject -First 1")]
    [InlineData("[pscustomobject]@{ Workspace = 'demo'; Slug = 'api' } | Get-BitbucketProject -First 1")]
    [InlineData("[pscustomobject]@{ Slug = 'demo' } | Get-BitbucketProject -First 1")]
    [InlineData("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-BitbucketProject demo WEB))) | Get-BitbucketWorkspaceMember -First 1")]
    [InlineData("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-BitbucketRepository demo/api))) | Get-BitbucketProject -First 1")]
    public async Task Workspace_OfAnObjectThatBelongsToOne_IsTaken(string script)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Assert.Equal(["demo"], module.Run(script).Texts("Workspace"));
    }

    [Fact]
    public async Task Workspaces_InOneArgument_AreNamedInTheError()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ErrorRecord error = module.Run("Get-BitbucketWorkspace demo, nosuch").SingleError;

        Assert.Contains("'demo', 'nosuch': give one workspace, or pipe them.", $"{error}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-BitbucketWorkspace")]
    [InlineData("Get-BitbucketWorkspaceMember demo")]
    public async Task Tables_InAHundredColumns_Fit(string script)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        string table = module.Render(script);

        Assert.Contains("----", table, StringComparison.Ordinal);
        Assert.All(table.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
    }
}
