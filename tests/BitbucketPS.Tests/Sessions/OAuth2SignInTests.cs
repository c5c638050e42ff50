using System.Management.Automation;
using BitbucketPS.Sandbox;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Sessions;

public sealed class OAuth2SignInTests
{
    private const string SignIn = "Connect-Bitbucket -Consumer $consumer -BaseUri $baseUri -CallbackUri http://127.0.0.1:0/callback -NoBrowser -Workspace demo";
    private const string SignInAlone = "Connect-Bitbucket -Consumer $consumer -GrantType ClientCredentials -BaseUri $baseUri -Workspace demo -PassThru";

    [Fact]
    public async Task Connect_PersonApproves_OpensASessionOfThePerson()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = Prepare(sandbox);
        using Person person = new();

        ScriptResult result = await Person.RunAsync(module, $"{SignIn} -PassThru", person.ApproveAsync);

        Assert.Equal(["Dana Demo"], result.Texts("Account"));
        Assert.Equal(["OAuth2"], result.Texts("CredentialKind"));
        Assert.Contains("repository", (IEnumerable<string>)result.Output.Single().Properties["Scopes"].Value);
        Assert.InRange((DateTimeOffset)result.Output.Single().Properties["ExpiresOn"].Value, TimeProvider.System.GetUtcNow().AddMinutes(100), TimeProvider.System.GetUtcNow().AddMinutes(121));
        Assert.Contains("Access granted", person.LastPage, StringComparison.Ordinal);
        Assert.Equal(["main"], module.Run("Get-BitbucketBranch docs").Texts("Name"));
    }

    [Fact]
    public async Task Connect_PersonDenies_IsAnErrorAndLeavesNoSession()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = Prepare(sandbox);
        using Person person = new();

        ScriptResult result = await Person.RunAsync(module, SignIn, person.DenyAsync);

        AssertError(result, "AuthorizationDenied", ErrorCategory.PermissionDenied);
        Assert.Contains("Nothing was granted", person.LastPage, StringComparison.Ordinal);
        Assert.Empty(module.Run("Get-BitbucketSession").Clean());
    }

    [Theory]
    [InlineData("?code=forged&state=forged", "another sign-in")]
    [InlineData("?code=forged", "Not a sign-in")]
    [InlineData("?error=access_denied", "Not a sign-in")]
    public async Task Connect_ForgedCallback_IsIgnoredAndTheRealOneSucceeds(string query, string page)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = Prepare(sandbox);
        using Person person = new();
        string forged = "";

        ScriptResult result = await Person.RunAsync(module, SignIn, async address =>
        {
            Uri callback = await Person.ApproveWithoutFollowingAsync(address);
            await person.VisitAsync(callback.GetLeftPart(UriPartial.Path) + query);
            forged = person.LastPage;
            await person.VisitAsync(callback.AbsoluteUri);
        });

        result.Clean();
        Assert.Contains(page, forged, StringComparison.Ordinal);
        Assert.Single(module.Run("Get-BitbucketSession").Clean());
    }

    [Fact]
    public async Task Connect_Scope_NarrowsWhatTheSessionMay()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = Prepare(sandbox);
        using Person person = new();

        (await Person.RunAsync(module, $"{SignIn} -Scope account, repository", person.ApproveAsync)).Clean();

        Assert.Equal(["account", "repository"], module.Run("(Get-BitbucketSession).Scopes").Clean().Select(scope => $"{scope}").Order(StringComparer.Ordinal));
        ScriptResult refused = module.Run("New-BitbucketBranch docs -Name x -Target main");
        AssertError(refused, "Forbidden", ErrorCategory.PermissionDenied);
        Assert.Contains("repository:write", refused.SingleError.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_ClientCredentials_NeedsNoPersonAndRenewsWithoutARefreshToken()
    {
        FakeClock clock = new();
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync(new() { TimeProvider = clock });
        using ModuleRunspace module = Prepare(sandbox);

        module.Run(SignInAlone).Clean();
        clock.Advance(TimeSpan.FromHours(3));

        Assert.Equal(["main"], module.Run("Get-BitbucketBranch docs").Texts("Name"));
        Assert.Equal(2, TokenRequests(sandbox));
    }

    [Theory]
    [InlineData(false, true, "private")]
    [InlineData(true, false, "callback URL")]
    public async Task Connect_ConsumerNotSetUp_SaysWhatToSet(bool isPrivate, bool hasCallback, string action)
    {
        SandboxOptions options = new() { ConsumerIsPrivate = isPrivate };
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync(hasCallback ? options : options with { ConsumerCallbackUri = null });
        using ModuleRunspace module = Prepare(sandbox);

        ScriptResult result = module.Run(SignInAlone);

        AssertError(result, "TokenRefused", ErrorCategory.AuthenticationError);
        Assert.Contains(action, result.SingleError.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_WrongSecret_SaysToCheckTheConsumer()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = Prepare(sandbox);
        module.SetVariable("consumer", SandboxFixture.Credential(sandbox.Server.Consumer.Key, "MARKED-wrong-secret"));

        ScriptResult result = module.Run(SignInAlone);

        AssertError(result, "TokenRefused", ErrorCategory.AuthenticationError);
        Assert.Contains("-Consumer", result.SingleError.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("MARKED", result.SingleError.Exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gotcha21_AccessTokenExpired_IsRenewedOnceForFiftyRequests()
    {
        FakeClock clock = new();
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync(new() { TimeProvider = clock });
        using ModuleRunspace module = Prepare(sandbox);
        using Person person = new();
        (await Person.RunAsync(module, SignIn, person.ApproveAsync)).Clean();
        module.SetVariable("manifest", Checkout.Manifest);
        clock.Advance(TimeSpan.FromHours(3));

        string[] names = module.Run(
            """
            $session = Get-BitbucketSession
            1..50 | ForEach-Object -Parallel { Import-Module $using:manifest; Get-BitbucketBranch docs -Session $using:session } -ThrottleLimit 50
            """).Texts("Name");

        Assert.Equal(50, names.Length);
        Assert.Equal(2, TokenRequests(sandbox));
    }

    [Fact]
    public async Task Session_GrantRevoked_SaysToSignInAgain()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = Prepare(sandbox);
        using Person person = new();
        (await Person.RunAsync(module, SignIn, person.ApproveAsync)).Clean();
        sandbox.Server.RevokeOAuth2Grants();

        ScriptResult result = module.Run("'docs', 'api' | Get-BitbucketBranch");

        AssertError(result, "SignInExpired", ErrorCategory.AuthenticationError);
        Assert.Contains("Sign in again", result.SingleError.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_OAuth1Token_IsSwappedForTokensOfOAuth2()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = Prepare(sandbox);
        PSCredential token = await OAuth1TokenByHand.GetAsync(sandbox);
        module.SetVariable("token", token.UserName);

        ScriptResult result = module.Run("Connect-Bitbucket -Consumer $consumer -OAuth1Token $token -BaseUri $baseUri -Workspace demo -PassThru");

        Assert.Equal(["OAuth2"], result.Texts("CredentialKind"));
        Assert.Equal(["Dana Demo"], result.Texts("Account"));
        Assert.Equal(["main"], module.Run("Get-BitbucketBranch docs").Texts("Name"));
    }

    [Fact]
    public async Task Connect_OAuth1TokenNobodyGave_IsRefusedAndNotShown()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = Prepare(sandbox);

        ScriptResult result = module.Run("Connect-Bitbucket -Consumer $consumer -OAuth1Token MARKED-token -BaseUri $baseUri");

        AssertError(result, "TokenRefused", ErrorCategory.AuthenticationError);
        Assert.DoesNotContain("MARKED", result.SingleError.Exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Save", "nothing typed to keep")]
    [InlineData("-AccessToken x -Profile work", "-Save is missing")]
    [InlineData("-AccessToken x -AsDefault", "-Save is missing")]
    public void Connect_ParametersThatMeanNothing_AreRefused(string parameters, string message)
    {
        using ModuleRunspace module = new();

        ScriptResult result = module.Run($"Connect-Bitbucket {parameters}");

        AssertError(result, "InvalidArgument", ErrorCategory.InvalidArgument);
        Assert.Contains(message, $"{result.SingleError}", StringComparison.Ordinal);
    }

    private static int TokenRequests(SandboxFixture sandbox)
        => sandbox.Server.Requests.Count(request => request.Target.StartsWith("/site/oauth2/access_token", StringComparison.Ordinal));

    private static ModuleRunspace Prepare(SandboxFixture sandbox)
    {
        ModuleRunspace module = new();
        module.SetVariable("consumer", sandbox.Consumer);
        module.SetVariable("baseUri", sandbox.BaseUri);
        return module;
    }

    private static void AssertError(ScriptResult result, string id, ErrorCategory category)
    {
        Assert.StartsWith($"{id},", result.SingleError.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(category, result.SingleError.CategoryInfo.Category);
    }
}
