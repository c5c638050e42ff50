using BitbucketPS.Tests.Discovery;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Help;

/// <summary>
/// Runs the examples of the help against a sandbox, so that none of them is only nearly right, nor asks for what its commands do not
/// say that they use.
/// </summary>
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

        List<string> failures = [];
        foreach (string example in examples)
        {
            failures.AddRange(await FailuresOfAsync(example, help));
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    private static async Task<string[]> FailuresOfAsync(string example, ModuleRunspace help)
    {
        await using SandboxFixture fresh = await SandboxFixture.StartAsync();
        using ModuleRunspace module = fresh.Connect();

        // The profile that examples speak of, and remove.
        module.Run(
            "Connect-Bitbucket -AccessToken $token -BaseUri $baseUri -Workspace demo -Save -Profile work",
            ("token", fresh.Server.IssueAccessToken(TimeSpan.FromHours(1))),
            ("baseUri", fresh.BaseUri)).Clean();
        int before = fresh.Server.Requests.Count;

        ScriptResult result = module.Run($"$ConfirmPreference = 'None'\n{example}");

        return
        [
            .. result.AllErrors.Select(error => $"{example}\n{error}"),
            .. DeclaredOperations.Undeclared(help, example, fresh.RequestsSince(before)).Select(name => $"{example}\nasks for {name}, and no UsesOperation says so."),
        ];
    }

    private static IEnumerable<string> Examples(ModuleRunspace module)
        => module.Run("Get-Command -Module BitbucketPS | ForEach-Object { (Get-Help $_.Name).examples.example } | ForEach-Object { \"$($_.code)\" }")
            .Clean()
            .Select(code => $"{code.BaseObject}");
}
