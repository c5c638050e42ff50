using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Sessions;

/// <summary>Sessions over a client of the caller's own, and what a session is told about its client.</summary>
public sealed class OwnClientTests : IDisposable
{
    private readonly ModuleRunspace _module = new();

    [Fact]
    public void Session_OverAClient_IsUsedAndSaysWhatIsKnown()
    {
        ScriptedServer server = new((_, _, _) => Task.FromResult(ScriptedServer.Branches("main")));
        server.Connect(_module, throttleLimit: 3);

        Assert.Equal(["main"], _module.Run("Get-BitbucketBranch website -Session $session").Texts("Name"));
        Assert.Equal(
            ["None at api.example.org|None|acme|3|0|https://api.example.org/|True|"],
            _module.Run("\"$session|$($session.CredentialKind)|$($session.Workspace)|$($session.ThrottleLimit)|$($session.MaximumRetryCount)|$($session.SiteUri)|$($session.IsOpen)|$($session.ExpiresOn)\"")
                .Clean().Select(text => $"{text}"));
    }

    [Fact]
    public void Session_Disconnected_LeavesTheClientToItsOwner()
    {
        ScriptedServer server = new((_, _, _) => Task.FromResult(ScriptedServer.Branches("main")));
        server.Connect(_module);

        _module.Run("Disconnect-Bitbucket -Session $session").Clean();

        Assert.StartsWith(
            "NotConnected,", _module.Run("Get-BitbucketBranch website -Session $session").SingleError.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["main"], _module.Run("Get-BitbucketBranch website -Session ([BitbucketPS.BitbucketSession]::new($client, 'acme'))").Texts("Name"));
    }

    [Fact]
    public void GitCredential_OfSuchASession_IsRefusedWithAReason()
    {
        ScriptedServer server = new((_, _, _) => Task.FromResult(ScriptedServer.Branches("main")));
        server.Connect(_module);

        System.Management.Automation.ErrorRecord error = _module.Run("Get-BitbucketGitCredential -Session $session").SingleError;

        Assert.StartsWith("GitCredentialUnavailable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public async Task Connect_LimitsGiven_AreTheSessions()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        string connect = $"Connect-Bitbucket -AccessToken $token -BaseUri {sandbox.BaseUri} -PassThru";

        ScriptResult told = module.Run($"{connect} -ThrottleLimit 2 -MaximumRetryCount 0");
        ScriptResult untold = module.Run(connect);

        Assert.Equal(["2", "0"], [told.Texts("ThrottleLimit")[0], told.Texts("MaximumRetryCount")[0]]);
        Assert.Equal(["8", "8"], [untold.Texts("ThrottleLimit")[0], untold.Texts("MaximumRetryCount")[0]]);
    }

    public void Dispose() => _module.Dispose();
}
