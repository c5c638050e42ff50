using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Context;

/// <summary>The addresses that the service itself gives, with a server of the test's that stands for it.</summary>
public sealed class CloudAddressTests : IDisposable
{
    private readonly ModuleRunspace _module = new();

    [Theory]
    [InlineData("https://ada@bitbucket.org/acme/website.git")]
    [InlineData("https://BitBucket.org/acme/website")]
    [InlineData("https://bitbucket.org/acme/website/pull-requests/12")]
    [InlineData("https://api.bitbucket.org/2.0/repositories/acme/website")]
    [InlineData("git@bitbucket.org:acme/website.git")]
    [InlineData("ssh://git@bitbucket.org/acme/website.git")]
    [InlineData("ssh://git@altssh.bitbucket.org:443/acme/website.git")]
    [InlineData("git@altssh.bitbucket.org:acme/website.git")]
    public async Task Address_OfTheService_IsTheRepositoryInACloneAndAsText(string address)
    {
        ScriptedServer server = new((_, _, _) => Task.FromResult(ScriptedServer.Branches("main")));
        Connect(server);
        await using TestClone clone = await TestClone.InitAsync(("origin", address));
        _module.SetLocation(clone.Folder);

        string[] implied = _module.Run("Get-BitbucketBranch -Session $session").Texts("Repository");
        string[] given = _module.Run("Get-BitbucketBranch $address -Session $session", ("address", address)).Texts("Repository");

        Assert.Equal(["acme/website"], implied);
        Assert.Equal(["acme/website"], given);
    }

    [Theory]
    [InlineData("https://bitbucket.org.example.org/acme/website.git")]
    [InlineData("https://example.org/bitbucket.org/acme/website.git")]
    [InlineData("https://bitbucket.org@example.org/acme/website.git")]
    [InlineData("git@-oProxyCommand=touch:acme/website.git")]
    public async Task Address_ThatOnlyLooksLikeIt_IsNot(string address)
    {
        ScriptedServer server = new((_, _, _) => Task.FromResult(ScriptedServer.Branches("main")));
        Connect(server);
        await using TestClone clone = await TestClone.InitAsync(("origin", address));
        _module.SetLocation(clone.Folder);

        Assert.StartsWith("RepositoryRequired,", _module.Run("Get-BitbucketBranch -Session $session").SingleError.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith(
            "InvalidRepository,", _module.Run("Get-BitbucketBranch $address -Session $session", ("address", address)).SingleError.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    public void Dispose() => _module.Dispose();

    private void Connect(ScriptedServer server)
        => _module.Run(
            "$session = [BitbucketPS.BitbucketSession]::new([BitbucketPS.BitbucketClient]::new([BitbucketPS.BitbucketClientOptions]@{ Transport = $transport }))",
            ("transport", server)).Clean();
}
