using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Profiles;

/// <summary>Tokens that are renewed long after the cmdlet that opened the vault.</summary>
public sealed class VaultProfileRenewalTests : IAsyncLifetime
{
    private readonly FakeVaults _vaults = new();
    private readonly TokenServer _server = new();
    private ModuleRunspace _module = null!;

    private string Kept => _vaults.Secrets()["BitbucketPS-default"];

    public ValueTask InitializeAsync()
    {
        _module = _vaults.Open();
        _module.Run(
            "Connect-Bitbucket -Consumer $consumer -GrantType ClientCredentials -BaseUri $server -SiteUri $server -Save -Vault Personal",
            ("consumer", SandboxFixture.Credential("key", "secret")),
            ("server", _server.BaseUri)).Clean();
        _server.EndTokens();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Renewal_Token_IsKeptFromAnotherRunspace()
    {
        string mine = _module.Run("[runspace]::DefaultRunspace.InstanceId.ToString()").Clean()[0].BaseObject as string ?? "";
        Assert.All(_vaults.Calls, call => Assert.EndsWith(mine, call, StringComparison.Ordinal));
        int before = _vaults.Calls.Length;
        int given = _server.Given;

        _module.Run("Invoke-BitbucketRequest /user").Clean();

        Assert.True(_server.Given > given);
        Assert.Contains(TokenServer.Token(_server.Given), Kept, StringComparison.Ordinal);
        Assert.NotEmpty(_vaults.Calls[before..]);
        Assert.All(_vaults.Calls[before..], call => Assert.False(call.EndsWith(mine, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("locked")]
    [InlineData("fail")]
    public void Renewal_VaultFails_IsAnErrorAndTheNextOneIsKept(string how)
    {
        _vaults.Break("Set-Secret", how);
        string before = Kept;

        ErrorRecord error = _module.Run("Invoke-BitbucketRequest /user").SingleError;

        Assert.StartsWith("VaultFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain("S3CRET", $"{error} {error.Exception}", StringComparison.Ordinal);
        Assert.Equal(before, Kept);

        _vaults.Mend("Set-Secret", how);
        _module.Run("Invoke-BitbucketRequest /user").Clean();

        Assert.Contains(TokenServer.Token(_server.Given), Kept, StringComparison.Ordinal);
    }

    [Fact]
    public void Renewal_RemovedProfile_StaysRemoved()
    {
        _module.Run("Remove-BitbucketProfile default -Vault Personal -Confirm:$false").Clean();

        _module.Run("Invoke-BitbucketRequest /user").Clean();

        Assert.Empty(_vaults.Secrets());
    }

    public async ValueTask DisposeAsync()
    {
        _module.Dispose();
        _vaults.Dispose();
        await _server.DisposeAsync();
    }
}
