using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Sessions;

public sealed class ConnectTests
{
    [Fact]
    public async Task Connect_ApiToken_SignsWithEmailAndToken()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = new();

        ScriptResult result = module.Run(
            "Connect-Bitbucket -ApiToken $credential -BaseUri $baseUri -Repository demo/docs -PassThru",
            ("credential", SandboxFixture.Credential(sandbox.Server.ApiToken.Email, sandbox.Server.ApiToken.Token)),
            ("baseUri", sandbox.BaseUri));

        Assert.Equal(["ApiToken"], result.Texts("CredentialKind"));
        Assert.Equal(["demo"], result.Texts("Workspace"));
        Assert.Equal(["main"], module.Run("Get-BitbucketBranch").Texts("Name"));
    }

    [Theory]
    [InlineData("Connect-Bitbucket -AccessToken wrong -BaseUri $baseUri", "Unauthorized", ErrorCategory.AuthenticationError)]
    [InlineData("Connect-Bitbucket -AccessToken $expired -BaseUri $baseUri", "TokenExpired", ErrorCategory.AuthenticationError)]
    [InlineData("Connect-Bitbucket -AccessToken \"two`nlines\" -BaseUri $baseUri", "InvalidArgument", ErrorCategory.InvalidArgument)]
    [InlineData("Connect-Bitbucket -AccessToken x -BaseUri http://git.example.org", "InsecureAddress", ErrorCategory.SecurityError)]
    [InlineData("Connect-Bitbucket -AccessToken x -BaseUri 'https://git.example.org/?a=b'", "InvalidArgument", ErrorCategory.InvalidArgument)]
    [InlineData("Connect-Bitbucket -AccessToken $token -BaseUri $baseUri -Repository a/b/c", "InvalidRepository", ErrorCategory.InvalidArgument)]
    public async Task Connect_Impossible_IsOneErrorAndLeavesNoSession(string script, string id, ErrorCategory category)
    {
        FakeClock clock = new();
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync(new() { TimeProvider = clock });
        using ModuleRunspace module = new();
        string expired = sandbox.Server.IssueAccessToken(TimeSpan.FromMinutes(1));
        clock.Advance(TimeSpan.FromHours(1));

        ScriptResult result = module.Run(
            script,
            ("baseUri", sandbox.BaseUri),
            ("expired", expired),
            ("token", sandbox.Server.IssueAccessToken(TimeSpan.FromHours(1))));

        Assert.StartsWith($"{id},", result.SingleError.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(category, result.SingleError.CategoryInfo.Category);
        Assert.NotEmpty(result.SingleError.ErrorDetails.RecommendedAction ?? "");
        Assert.Empty(module.Run("Get-BitbucketSession").Clean());
    }

    [Theory]
    [InlineData("Get-BitbucketRepository demo/api")]
    [InlineData("Get-BitbucketBranch demo/api")]
    [InlineData("New-BitbucketBranch demo/api x")]
    [InlineData("Remove-BitbucketBranch demo/api x -Confirm:$false")]
    [InlineData("Invoke-BitbucketRequest /user")]
    public void Cmdlet_NotConnected_SaysHowTo(string script)
    {
        using ModuleRunspace module = new();

        ErrorRecord error = module.Run(script).SingleError;

        Assert.StartsWith("NotConnected,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ConnectionError, error.CategoryInfo.Category);
        Assert.Contains("Connect-Bitbucket", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_PassedToAnotherRunspace_WorksThere()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        using ModuleRunspace other = new();
        PSObject session = Assert.Single(module.Run("Get-BitbucketSession").Clean());

        Assert.Equal(["main"], other.Run("Get-BitbucketBranch docs -Session $session", ("session", session)).Texts("Name"));
        Assert.Empty(other.Run("Get-BitbucketSession").Clean());
    }

    [Fact]
    public async Task Session_KeptInAVariable_OutlivesTheNextSignIn()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        await using SandboxFixture other = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("New-BitbucketBranch demo/docs only-here; $first = Get-BitbucketSession").Clean();

        module.Run(
            "Connect-Bitbucket -AccessToken $token -BaseUri $baseUri",
            ("token", other.Server.IssueAccessToken(TimeSpan.FromHours(1))),
            ("baseUri", other.BaseUri)).Clean();

        Assert.Equal(["only-here"], module.Run("Get-BitbucketBranch demo/docs only-here -Session $first").Texts("Name"));
        Assert.Equal(["main"], module.Run("Get-BitbucketBranch demo/docs").Texts("Name"));
    }

    [Fact]
    public async Task Session_Closed_SaysSoWhereverItIsUsed()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run("$s = Get-BitbucketSession; Disconnect-Bitbucket; Disconnect-Bitbucket; Get-BitbucketBranch docs -Session $s");

        Assert.StartsWith("NotConnected,", result.SingleError.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("was closed", $"{result.SingleError}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbose_EachRequest_IsOneLine()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run("Get-BitbucketBranch demo/website -Verbose");

        Assert.Equal(3, result.OtherStreams.Count);
        Assert.All(result.OtherStreams, line => Assert.Matches(@"^GET /2\.0/repositories/demo/website/refs/branches\S* -> 200, [0-9]+ ms, attempt 1\b", line));
    }
}
