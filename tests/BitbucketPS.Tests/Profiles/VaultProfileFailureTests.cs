using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Profiles;

/// <summary>Vaults that are not there, fail, or are asked for nonsense, and what the person's session has to do with it.</summary>
public sealed class VaultProfileFailureTests : VaultProfileFixture
{
    [Theory]
    [InlineData("Remove-BitbucketProfile work -Vault '' -Confirm:$false", "-Vault is empty", "Name a vault")]
    [InlineData("Connect-Bitbucket -AccessToken $token -BaseUri $baseUri -Vault Personal", "-Save is missing", "Add -Save")]
    [InlineData("Connect-Bitbucket -Vault Personal", "neither -Profile nor -Save", "Add -Profile")]
    public void Vault_WithoutSense_IsRefused(string script, string message, string action)
    {
        ErrorRecord error = Module.Run(script).SingleError;

        Assert.StartsWith("InvalidArgument,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(message, $"{error}", StringComparison.Ordinal);
        Assert.Contains(action, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Connect-Bitbucket -AccessToken $token -BaseUri $baseUri -Save -Vault Nowhere")]
    [InlineData("Connect-Bitbucket -Profile x -Vault Nowhere")]
    [InlineData("Get-BitbucketProfile -Vault Nowhere")]
    [InlineData("Remove-BitbucketProfile x -Vault Nowhere -Confirm:$false")]
    public void Vault_Unknown_NamesThoseThereAre(string script)
    {
        int before = Sandbox.Server.Requests.Count;

        ErrorRecord error = Module.Run(script).SingleError;

        Assert.StartsWith("VaultFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Personal, Team", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(Sandbox.RequestsSince(before));
    }

    [Fact]
    public void Module_NotLoaded_SaysWhatToImport()
    {
        using ModuleRunspace bare = new();

        ErrorRecord error = bare.Run("Get-BitbucketProfile -Vault Personal").SingleError;

        Assert.StartsWith("VaultFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("Run: Import-Module Microsoft.PowerShell.SecretManagement", error.ErrorDetails.RecommendedAction);
    }

    [Theory]
    [InlineData("Set-Secret", "fail", "failed (ResourceUnavailable)")]
    [InlineData("Set-Secret", "locked", "wants its password")]
    [InlineData("Set-Secret", "forget", "did not keep")]
    [InlineData("Get-Secret", "fail", "failed (ResourceUnavailable)")]
    [InlineData("Get-SecretInfo", "locked", "wants its password")]
    public void Vault_Failing_KeepsWhatWasThere(string command, string how, string message)
    {
        Vaults.Break(command, how);

        ErrorRecord error = Save("work", "Personal").SingleError;

        Assert.StartsWith("VaultFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(message, $"{error}", StringComparison.Ordinal);
        Assert.Empty(Module.Run("Get-BitbucketSession").Clean());
    }

    [Fact]
    public void Secret_OfSomebodyElse_HidesNoProfile()
    {
        Save("work", "Personal").Clean();
        Vaults.Put("BitbucketPS-junk", "{ \"not\": \"ours\" }");
        Vaults.Put("BitbucketPS-copy", Vaults.Secrets()["BitbucketPS-work"]);

        ScriptResult profiles = Module.Run("Get-BitbucketProfile -Vault Personal");

        Assert.Equal(["work"], profiles.Texts("Name"));
        Assert.Equal(2, profiles.OtherStreams.Count(line => line.Contains("holds no profile", StringComparison.Ordinal)));
        Assert.StartsWith("VaultFailed,", Module.Run("Connect-Bitbucket -Profile junk -Vault Personal").SingleError.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Tab_Vault_OffersThoseRegistered()
    {
        using ModuleRunspace bare = new();

        Assert.Equal(["Personal", "Team"], Complete(Module, "Get-BitbucketProfile -Vault "));
        Assert.Equal(["Team"], Complete(Module, "Connect-Bitbucket -Profile x -Vault t"));
        Assert.Empty(Complete(bare, "Get-BitbucketProfile -Vault "));
    }

    [Fact]
    public void Preferences_OfThePerson_ChangeNothing()
    {
        Module.Run("$WhatIfPreference = $true; $ErrorActionPreference = 'SilentlyContinue'; function Get-Secret { throw 'not mine' }").Clean();

        Save("work", "Personal").Clean();

        Assert.Equal(["work"], Module.Run("Get-BitbucketProfile -Vault Personal").Texts("Name"));
    }

    [Fact]
    public async Task Stop_SlowVault_IsNoError()
    {
        Vaults.Break("Get-SecretInfo", "slow");
        using PowerShell powershell = Module.Pipeline("Get-BitbucketProfile -Vault Personal");
        Task<ScriptResult> running = Task.Run(() => ModuleRunspace.Collect(powershell), TestContext.Current.CancellationToken);
        while (Vaults.Calls.Length == 0)
        {
            await Task.Yield();
        }

        powershell.Stop();

        Assert.Empty((await running).Errors);
        Vaults.Mend("Get-SecretInfo", "slow");
        Assert.Empty(Module.Run("$Error").Clean());
        Assert.Empty(Module.Run("Get-BitbucketProfile -Vault Personal").Clean());
    }

    private static string[] Complete(ModuleRunspace module, string line)
    {
        using PowerShell powershell = module.Pipeline("");
        powershell.Commands.Clear();
        return [.. CommandCompletion.CompleteInput(line, line.Length, options: null, powershell).CompletionMatches.Select(match => match.CompletionText)];
    }
}
