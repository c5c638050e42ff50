using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Sessions;

public sealed class OAuth1SignInTests
{
    private const string SignIn = "Connect-Bitbucket -OAuth1 -Consumer $consumer -BaseUri $baseUri -NoBrowser";

    [Theory]
    [InlineData("HmacSha1")]
    [InlineData("HmacSha256")]
    [InlineData("RsaSha1")]
    [InlineData("RsaSha256")]
    [InlineData("Plaintext")]
    public async Task Connect_Approved_SignsEveryRequest(string method)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = Prepare(sandbox);
        using Person person = new();
        string key = RegisterKey(sandbox);
        try
        {
            module.SetVariable("key", key);
            string rsa = method.StartsWith("Rsa", StringComparison.Ordinal) ? "-PrivateKeyPath $key" : "";

            ScriptResult result = await Person.RunAsync(module, $"{SignIn} -SignatureMethod {method} {rsa} -PassThru", person.ApproveAsync);

            Assert.Equal(["Dana Demo"], result.Texts("Account"));
            Assert.Equal(["OAuth1"], result.Texts("CredentialKind"));
            Assert.Equal(await sandbox.GitBranchesAsync("api"), module.Run("Get-BitbucketBranch demo/api").Texts("Name"));
        }
        finally
        {
            File.Delete(key);
        }
    }

    [Fact]
    public async Task Connect_CallbackWithAQuery_KeepsIt()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = Prepare(sandbox);
        using Person person = new();
        Uri? callback = null;

        ScriptResult result = await Person.RunAsync(module, $"{SignIn} -CallbackUri 'http://localhost:0/?dump'", async address =>
        {
            callback = await Person.ApproveWithoutFollowingAsync(address);
            await person.VisitAsync(callback.AbsoluteUri);
        });

        result.Clean();
        Assert.StartsWith("?dump&oauth_token=", callback!.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_Denied_SaysSoAndLeavesNoSession()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = Prepare(sandbox);
        using Person person = new();

        ScriptResult result = await Person.RunAsync(module, SignIn, person.DenyAsync);

        AssertError(result, "AuthorizationDenied", ErrorCategory.PermissionDenied);
        Assert.Empty(module.Run("Get-BitbucketSession").Clean());
        Assert.DoesNotContain("approved", person.LastPage, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("?oauth_token=forged&oauth_verifier=forged", "another sign-in")]
    [InlineData("?oauth_problem=permission_denied", "Not a sign-in")]
    [InlineData("", "Not a sign-in")]
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

        Assert.Contains(page, forged, StringComparison.Ordinal);
        Assert.Empty(result.AllErrors);
        Assert.Single(module.Run("Get-BitbucketSession").Clean());
    }

    [Fact]
    public async Task Connect_TakenPort_NamesItAndTheWayOut()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = Prepare(sandbox);
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;

        ScriptResult result = module.Run($"{SignIn} -CallbackUri http://127.0.0.1:{port}/");

        AssertError(result, "CallbackPortInUse", ErrorCategory.ResourceBusy);
        Assert.Contains($"{port}", $"{result.SingleError}", StringComparison.Ordinal);
        Assert.Contains("-CallbackUri", result.SingleError.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_Stopped_EndsAndClosesTheListener()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = Prepare(sandbox);
        using Person person = new();
        using PowerShell powershell = module.Pipeline(SignIn);
        TaskCompletionSource shown = new(TaskCreationOptions.RunContinuationsAsynchronously);
        powershell.Streams.Information.DataAdded += (_, _) => shown.TrySetResult();
        Task<ScriptResult> running = Task.Run(() => ModuleRunspace.Collect(powershell), TestContext.Current.CancellationToken);
        await shown.Task;

        powershell.Stop();
        ScriptResult result = await running;

        Assert.Empty(result.Errors);
        Assert.Empty(module.Run("Get-BitbucketSession").Clean());
    }

    [Fact]
    public async Task Connect_WrongSecret_SaysWhatTheServerSays()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = Prepare(sandbox);
        module.SetVariable("consumer", SandboxFixture.Credential(sandbox.Server.Consumer.Key, "wrong-secret-of-mine"));

        ScriptResult result = module.Run(SignIn);

        AssertError(result, "TokenRefused", ErrorCategory.AuthenticationError);
        Assert.DoesNotContain("wrong-secret-of-mine", $"{result.SingleError}", StringComparison.Ordinal);
        Assert.NotEmpty(result.SingleError.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public async Task Connect_OutOfBand_AsksForTheVerifier()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = Prepare(sandbox);

        ScriptResult result = module.Run($"{SignIn} -CallbackUri oob");

        AssertError(result, "CallbackInvalid", ErrorCategory.ProtocolError);
        Assert.Contains("cannot ask", $"{result.SingleError}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_TwoLegged_SignsWithTheConsumerAlone()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = Prepare(sandbox);

        module.Run("Connect-Bitbucket -OAuth1 -Consumer $consumer -BaseUri $baseUri -TwoLegged").Clean();

        Assert.Equal(["main"], module.Run("Get-BitbucketBranch demo/docs").Texts("Name"));
        Assert.DoesNotContain(sandbox.Server.Requests, request => request.Target.Contains("oauth", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Connect_TokenOfBefore_NeedsNoPerson()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = Prepare(sandbox);
        module.SetVariable("token", await OAuth1TokenByHand.GetAsync(sandbox));

        ScriptResult result = module.Run("Connect-Bitbucket -OAuth1 -Consumer $consumer -Token $token -BaseUri $baseUri -PassThru");

        Assert.Equal(["Dana Demo"], result.Texts("Account"));
        Assert.Equal(["main"], module.Run("Get-BitbucketBranch demo/docs").Texts("Name"));
    }

    [Fact]
    public async Task Connect_TokenNobodyGave_IsRefused()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = Prepare(sandbox);
        module.SetVariable("token", SandboxFixture.Credential("made-up", "made-up-secret"));

        ScriptResult result = module.Run("Connect-Bitbucket -OAuth1 -Consumer $consumer -Token $token -BaseUri $baseUri");

        AssertError(result, "Unauthorized", ErrorCategory.AuthenticationError);
        Assert.Empty(module.Run("Get-BitbucketSession").Clean());
    }

    [Fact]
    public async Task Connect_MalformedRepository_IsSaidBeforeAnybodyIsAsked()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = Prepare(sandbox);

        ScriptResult result = module.Run($"{SignIn} -Repository a/b/c");

        AssertError(result, "InvalidRepository", ErrorCategory.InvalidArgument);
        Assert.Empty(sandbox.Server.Requests);
    }

    [Fact]
    public async Task Connect_RevokedToken_EndsThePipelineOnce()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = Prepare(sandbox);
        using Person person = new();
        (await Person.RunAsync(module, SignIn, person.ApproveAsync)).Clean();
        sandbox.Server.RevokeOAuth1Tokens();

        ScriptResult result = module.Run("'demo/api', 'demo/docs' | Get-BitbucketBranch");

        Assert.Equal(ErrorCategory.AuthenticationError, result.SingleError.CategoryInfo.Category);
        Assert.Contains("Connect-Bitbucket", result.SingleError.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    private static ModuleRunspace Prepare(SandboxFixture sandbox)
    {
        ModuleRunspace module = new();
        module.SetVariable("consumer", sandbox.Consumer);
        module.SetVariable("baseUri", sandbox.BaseUri);
        return module;
    }

    private static string RegisterKey(SandboxFixture sandbox)
    {
        using RSA rsa = RSA.Create(2048);
        sandbox.Server.RegisterRsaKey(rsa.ExportSubjectPublicKeyInfoPem());
        string file = Path.GetTempFileName();
        File.WriteAllText(file, rsa.ExportPkcs8PrivateKeyPem());
        return file;
    }

    private static void AssertError(ScriptResult result, string id, ErrorCategory category)
    {
        Assert.StartsWith($"{id},", result.SingleError.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(category, result.SingleError.CategoryInfo.Category);
    }
}
