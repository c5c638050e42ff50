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
