using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Users;

public sealed class UserTests
{
    [Theory]
    [InlineData("Get-BitbucketUser", "Dana Demo")]
    [InlineData("Get-BitbucketUser me", "Dana Demo")]
    [InlineData("Get-BitbucketUser 'asha rao'", "Asha Rao")]
    [InlineData("Get-BitbucketUser joerg", "Jörg Müller")]
    [InlineData("Get-BitbucketWorkspaceMember demo 'Asha Rao' | Get-BitbucketUser", "Asha Rao")]
    public async Task User_AsAPersonSaysIt_IsFound(string script, string name)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Assert.Equal([name], module.Run(script).Texts("DisplayName"));
    }

    [Fact]
    public async Task Gotcha28_UserName_IsNeverSent()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        module.Run("Get-BitbucketUser asha").Clean();

        Assert.DoesNotContain(sandbox.RequestsSince(before), request => request.Contains("users/asha", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Gotcha10_AuthorByName_IsAskedForByUuid()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        Assert.Equal(["1"], module.Run("Get-BitbucketPullRequest demo/api -Author asha").Texts("Id"));

        string list = sandbox.RequestsSince(before).Last(request => request.Contains("/pullrequests", StringComparison.Ordinal));
        Assert.Contains("author.uuid", list, StringComparison.Ordinal);
        Assert.DoesNotContain("asha", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gotcha15_TokenThatMayNotReadItsAccount_SaysWhichScopeIsMissing()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = new();
        module.Run(
            "Connect-Bitbucket -AccessToken $token -BaseUri $baseUri -Workspace demo",
            ("token", sandbox.Server.IssueAccessToken(TimeSpan.FromHours(1), "repository")),
            ("baseUri", sandbox.BaseUri)).Clean();

        ErrorRecord error = module.Run("Get-BitbucketUser").SingleError;

        Assert.Equal(ErrorCategory.PermissionDenied, error.CategoryInfo.Category);
        Assert.Contains("account", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.NotEmpty(module.Run("Get-BitbucketRepository").Clean());
    }

    [Fact]
    public async Task User_Unknown_IsOneErrorWithAWayOut()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ErrorRecord error = module.Run("Get-BitbucketUser nobody").SingleError;

        Assert.Contains("nobody", $"{error}", StringComparison.Ordinal);
        Assert.Contains("Get-BitbucketWorkspaceMember demo", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Emails_OfTheAccount_AreListedAndFound()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Assert.Contains("demo@example.org", module.Run("Get-BitbucketUserEmail").Texts("Email"));
        Assert.Equal(["True"], module.Run("Get-BitbucketUserEmail demo@example.org").Texts("IsPrimary"));
        Assert.Equal(ErrorCategory.ObjectNotFound, module.Run("Get-BitbucketUserEmail none@example.org").SingleError.CategoryInfo.Category);
    }
}
