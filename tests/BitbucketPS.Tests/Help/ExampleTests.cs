using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Help;

/// <summary>Runs the examples of the help against a sandbox, so that none of them is only nearly right.</summary>
[Collection(OwnRegistry.Collection)]
public sealed class ExampleTests : IDisposable
{
    // A person who types a password, a server or module that is not here, a folder of the person's, or a command that the bare engine
    // has not.
    private static readonly string[] s_beyondReach = ["Get-Credential", "$env:", "Get-Date", "git config", "-Vault", "-DataDirectory"];

    private readonly OwnRegistry _registry = new();

    public void Dispose() => _registry.Dispose();

    [Fact]
    public async Task Example_OfEachCmdlet_Runs()
    {
        using ModuleRunspace help = new();
        string[] examples = [.. Examples(help).Where(code => !s_beyondReach.Any(word => code.Contains(word, StringComparison.Ordinal)))];
        Assert.True(examples.Length >= 18, $"{examples.Length}");

        foreach (string example in examples)
        {
            await using SandboxFixture fresh = await SandboxFixture.StartAsync();
            using ModuleRunspace module = fresh.Connect();

            // The profile that examples speak of, and remove.
            module.Run(
                "Connect-Bitbucket -AccessToken $token -BaseUri $baseUri -Workspace demo -Save -Profile work",
                ("token", fresh.Server.IssueAccessToken(TimeSpan.FromHours(1))),
                ("baseUri", fresh.BaseUri)).Clean();

            ScriptResult result = module.Run($"$ConfirmPreference = 'None'\n{example}");

            Assert.True(!result.AllErrors.Any(), $"{example}\n{string.Join('\n', result.AllErrors)}");
        }
    }

    private static IEnumerable<string> Examples(ModuleRunspace module)
        => module.Run("Get-Command -Module BitbucketPS | ForEach-Object { (Get-Help $_.Name).examples.example } | ForEach-Object { \"$($_.code)\" }")
            .Clean()
            .Select(code => $"{code.BaseObject}");
}
