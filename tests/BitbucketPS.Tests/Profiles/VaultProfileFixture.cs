using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Profiles;

/// <summary>A sandbox to sign in to, vaults to save it in, and a runspace with both modules.</summary>
public abstract class VaultProfileFixture : IAsyncLifetime
{
    private protected FakeVaults Vaults { get; } = new("Personal", "Team");

    private protected ModuleRunspace Module { get; private set; } = null!;

    private protected SandboxFixture Sandbox { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Sandbox = await SandboxFixture.StartAsync();
        Module = Vaults.Open();
        Module.SetVariable("token", Sandbox.Server.IssueAccessToken(TimeSpan.FromHours(1)));
        Module.SetVariable("baseUri", Sandbox.BaseUri);
    }

    public async ValueTask DisposeAsync()
    {
        Module.Dispose();
        Vaults.Dispose();
        await Sandbox.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected ScriptResult Save(string profile, string vault, string more = "")
        => Module.Run(
            $"Connect-Bitbucket -AccessToken $token -BaseUri $baseUri -Workspace demo -Save -Profile $profile -Vault {vault} {more}",
            ("profile", profile));
}
