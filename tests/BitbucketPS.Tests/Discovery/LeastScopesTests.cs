using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Discovery;

/// <summary>The least scopes are enough, and none of them can be left out: the sandbox refuses what they do not open.</summary>
public sealed class LeastScopesTests
{
    [Theory]
    [InlineData("Get-BitbucketBranch demo/api | Where-Object Name -eq main")]
    [InlineData("New-BitbucketBranch demo/api made")]
    [InlineData("Get-BitbucketBranch demo/api hot* | Remove-BitbucketBranch -Confirm:$false")]
    [InlineData("Invoke-BitbucketRequest /repositories/demo/api/pullrequests; Get-BitbucketBranch demo/api main")]
    [InlineData("Invoke-BitbucketRequest /workspaces/demo/projects/WEB; Invoke-BitbucketRequest /repositories/demo/api/pullrequests/1")]
    [InlineData("Invoke-BitbucketRequest /user")]
    public async Task LeastScopes_OfAScript_AreEnough(string script)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = new();

        ConnectWith(module, sandbox, LeastScopes(module, script));

        Assert.NotNull(module.Run(script).Clean());
    }

    [Theory]
    [InlineData("Remove-BitbucketBranch demo/api hotfix/2.1.1 -Confirm:$false", "repository:write", "pullrequest")]
    [InlineData("Invoke-BitbucketRequest /repositories/demo/api/pullrequests", "pullrequest", "repository:write")]
    [InlineData("Get-BitbucketBranch demo/api", "repository", "repository:admin")]
    public async Task Gotcha34_ScopeMissing_IsNamedAsFindBitbucketCommandNamesIt(string script, string scope, string instead)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = new();
        ConnectWith(module, sandbox, [instead]);

        ErrorRecord error = module.Run(script).SingleError;

        Assert.StartsWith("Forbidden,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains($"needs the scope {scope};", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal([scope], LeastScopes(module, script));
    }

    private static string[] LeastScopes(ModuleRunspace module, string script)
        => [.. module.Run("(Find-BitbucketCommand -ScriptBlock ([scriptblock]::Create($script))).Scopes", ("script", script)).Clean().Select(scope => $"{scope}")];

    private static void ConnectWith(ModuleRunspace module, SandboxFixture sandbox, string[] scopes)
        => module.Run(
            "Connect-Bitbucket -AccessToken $token -BaseUri $baseUri -Workspace demo",
            ("token", sandbox.Server.IssueAccessToken(TimeSpan.FromHours(1), scopes)),
            ("baseUri", sandbox.BaseUri)).Clean();
}
