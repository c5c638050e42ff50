using System.Management.Automation;
using System.Text;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Profiles;

/// <summary>A vault that tells every stream what it was given, and a person who looks everywhere.</summary>
public sealed class VaultProfileSecretTests
{
    private static readonly string[] s_looks =
    [
        "$Error | ForEach-Object { $_.ToString(); $_.Exception.ToString(); $_.ErrorDetails; $_.TargetObject }",
        "[System.Management.Automation.PSSerializer]::Serialize($Error, 4)",
        "Get-Variable | Where-Object Name -ne token | ForEach-Object { \"$($_.Name)=$($_.Value)\" }",
        "Get-History | ForEach-Object CommandLine",
        "Get-BitbucketProfile -Vault Personal | ForEach-Object { [System.Management.Automation.PSSerializer]::Serialize($_, 5) }",
    ];

    [Theory]
    [InlineData(null)]
    [InlineData("Set-Secret")]
    [InlineData("Get-Secret")]
    public async Task Everything_WithAVaultThatTalks_NeverShowsASecret(string? broken)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using FakeVaults vaults = new();
        using ModuleRunspace module = vaults.Open();
        string token = sandbox.Server.IssueAccessToken(TimeSpan.FromHours(1));
        module.Run("$VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'").Clean();
        module.SetVariable("token", token);
        if (broken is not null)
        {
            vaults.Break(broken, "fail");
        }

        string all = Look(module, [
            $"Connect-Bitbucket -AccessToken $token -BaseUri {sandbox.BaseUri} -Save -Vault Personal -Verbose -Debug",
            "Connect-Bitbucket -Profile default -Vault Personal -Verbose -Debug -PassThru",
            "Get-BitbucketProfile -Vault Personal -Verbose -Debug",
            "Remove-BitbucketProfile default -Vault Personal -WhatIf -Verbose -Debug",
            .. s_looks,
        ]);

        Assert.Contains("GET /2.0/user", all, StringComparison.Ordinal);
        Assert.DoesNotContain(token, all, StringComparison.Ordinal);
        Assert.DoesNotContain("information BitbucketPS", all, StringComparison.Ordinal);
        Assert.Equal(broken is not "Set-Secret", vaults.Secrets().Values.Any(text => text.Contains(token, StringComparison.Ordinal)));
    }

    private static string Look(ModuleRunspace module, IEnumerable<string> scripts)
    {
        StringBuilder all = new();
        foreach (string script in scripts)
        {
            ScriptResult result = module.Run(script);
            all.AppendJoin('\n', result.Output).AppendJoin('\n', result.OtherStreams);
            foreach (ErrorRecord error in result.AllErrors)
            {
                all.AppendJoin('\n', error, error.Exception, error.ErrorDetails?.RecommendedAction, PSSerializer.Serialize(error, 4));
            }
        }

        return all.Append(module.Shown).ToString();
    }
}
