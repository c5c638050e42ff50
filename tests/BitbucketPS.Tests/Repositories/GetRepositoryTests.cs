using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Repositories;

public sealed class GetRepositoryTests
{
    [Theory]
    [InlineData("Get-BitbucketRepository", "demo/website demo/api demo/mobile-app demo/docs")]
    [InlineData("Get-BitbucketRepository demo/*", "demo/website demo/api demo/mobile-app demo/docs")]
    [InlineData("Get-BitbucketRepository web*", "demo/website")]
    [InlineData("Get-BitbucketRepository 'demo/[ad]*'", "demo/api demo/docs")]
    [InlineData("Get-BitbucketRepository website", "demo/website")]
    [InlineData("Get-BitbucketRepository demo/docs", "demo/docs")]
    [InlineData("Get-BitbucketRepository -Workspace demo -Filter 'is_private = false'", "demo/docs")]
    [InlineData("Get-BitbucketRepository -Workspace demo -Sort '-slug'", "demo/website demo/mobile-app demo/docs demo/api")]
    [InlineData("Get-BitbucketRepository demo/* -Project mob", "demo/mobile-app")]
    [InlineData("Get-BitbucketRepository -Project WEB -IsPrivate", "demo/website demo/api")]
    [InlineData("Get-BitbucketRepository -IsPrivate:$false", "demo/docs")]
    [InlineData("Get-BitbucketRepository -Language C#", "demo/api")]
    [InlineData("Get-BitbucketRepository demo/api -Language 'c#' -Filter 'size > 0'", "demo/api")]
    [InlineData("'api', 'demo/docs' | Get-BitbucketRepository", "demo/api demo/docs")]
    [InlineData("Get-BitbucketBranch demo/docs | Get-BitbucketRepository", "demo/docs")]
    [InlineData("Get-BitbucketRepository -Workspace DEMO demo/docs", "demo/docs")]
    [InlineData("[pscustomobject]@{ FullName = 'demo/api' } | Get-BitbucketRepository", "demo/api")]
    public async Task GetRepository_Names_WritesThose(string script, string expected)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Assert.Equal(expected.Split(' '), module.Run(script).Texts("FullName"));
    }

    [Theory]
    [InlineData("Get-BitbucketRepository -Workspace other demo/api")]
    [InlineData("Get-BitbucketRepository -Workspace nope 'demo/*'")]
    public async Task GetRepository_TwoWorkspaces_IsRefused(string script)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ErrorRecord error = module.Run(script).SingleError;

        Assert.StartsWith("InvalidArgument,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("'demo'", $"{error}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-BitbucketBranch -Name main")]
    [InlineData("Get-BitbucketPullRequest -Id 1")]
    [InlineData("Get-BitbucketSource -First 1")]
    [InlineData("Get-BitbucketCommit -Commit main")]
    [InlineData("New-BitbucketBranch -Name csv -Target main")]
    public async Task Line_OfACsvFile_StandsForItsRepository(string command)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Assert.Equal(["demo/api"], module.Run($"[pscustomobject]@{{ FullName = 'demo/api'; Size = 3 }} | {command}").Texts("Repository"));
    }

    [Fact]
    public async Task GetRepository_Address_IsTakenApart()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        string[] addresses = [$"{sandbox.BaseUri}/demo/api/src/main/", $"{sandbox.BaseUri}/demo/api.git", "git@127.0.0.1:demo/api.git", "ssh://git@127.0.0.1/demo/api.git"];

        foreach (string address in addresses)
        {
            Assert.Equal(["demo/api"], module.Run("Get-BitbucketRepository $address", ("address", address)).Texts("FullName"));
        }
    }

    [Theory]
    [InlineData("nowhere/nothing", "NotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("other/secret", "NotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("a/b/c", "InvalidRepository", ErrorCategory.InvalidArgument)]
    [InlineData("/", "InvalidRepository", ErrorCategory.InvalidArgument)]
    [InlineData("acme/..", "InvalidRepository", ErrorCategory.InvalidArgument)]
    [InlineData("https://github.com/acme/website", "InvalidRepository", ErrorCategory.InvalidArgument)]
    public async Task GetRepository_Impossible_IsOneErrorWithAWayOut(string repository, string id, ErrorCategory category)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run("Get-BitbucketRepository $repository; 'goes on'", ("repository", repository));

        ErrorRecord error = Assert.Single(result.Errors);
        Assert.StartsWith($"{id},", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Contains(repository, $"{error}", StringComparison.Ordinal);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        Assert.Equal(repository, $"{error.TargetObject}");
        Assert.Equal(["goes on"], result.Output.Select(item => item.BaseObject));
    }

    [Fact]
    public async Task GetRepository_NoWorkspaceAnywhere_SaysSo()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = new();
        module.SetLocation(Path.GetTempPath());
        module.Run(
            "Connect-Bitbucket -AccessToken $token -BaseUri $baseUri",
            ("token", sandbox.Server.IssueAccessToken(TimeSpan.FromHours(1))),
            ("baseUri", sandbox.BaseUri)).Clean();

        Assert.StartsWith("RepositoryRequired,", module.Run("Get-BitbucketRepository").SingleError.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("WorkspaceRequired,", module.Run("Get-BitbucketRepository website").SingleError.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gotcha26_Default_SendsNoRole()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        module.Run("Get-BitbucketRepository demo/*").Clean();
        module.Run("Get-BitbucketFork demo/docs").Clean();

        Assert.All(sandbox.RequestsSince(before), request => Assert.DoesNotContain("role=", request, StringComparison.Ordinal));
        Assert.Contains("hides repositories from tokens", module.Run("(Get-Help Get-BitbucketRepository).description.Text").Clean()[^1].BaseObject as string ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gotcha27_WorkspaceGiven_IsListedWithoutLookingForWorkspaces()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        module.Run("Get-BitbucketRepository -Workspace demo").Clean();

        Assert.StartsWith("GET /2.0/repositories/demo?", Assert.Single(sandbox.RequestsSince(before)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetRepository_Table_FitsAndSaysWhatMatters()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        string table = module.Render("Get-BitbucketRepository");

        Assert.Matches(@"Repository +Project +Main +Private +Updated +Description", table);
        Assert.Matches(@"demo/website +WEB +main +True", table);
        Assert.All(table.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
    }
}
