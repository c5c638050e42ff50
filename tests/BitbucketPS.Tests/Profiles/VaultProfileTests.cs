using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Profiles;

/// <summary>Profiles in a vault of SecretManagement, of which there is a stand-in.</summary>
public sealed class VaultProfileTests : VaultProfileFixture
{
    [Fact]
    public void Save_ThenProfile_SignsInAgain()
    {
        Save("work", "Personal").Clean();
        Module.Run("Disconnect-Bitbucket").Clean();

        ScriptResult again = Module.Run("Connect-Bitbucket -Profile WORK -Vault personal -PassThru");

        Assert.Equal(["work"], again.Texts("Profile"));
        Assert.Equal(["main"], Module.Run("Get-BitbucketBranch docs").Texts("Name"));
        Assert.Equal(["BitbucketPS", "BitbucketPS-work"], Vaults.Secrets().Keys.Order(StringComparer.Ordinal));
        Assert.Equal("work", Vaults.Secrets()["BitbucketPS"]);
        Assert.Empty(Vaults.Secrets("Team"));
    }

    [Theory]
    [InlineData("my-work", "BitbucketPS-my--work")]
    [InlineData("Ärger *[1]", "BitbucketPS--c3-84rger-20-2a-5b1-5d")]
    [InlineData("a/b:c", "BitbucketPS-a-2fb-3ac")]
    public void Save_HardName_IsOneThatEveryVaultTakes(string profile, string secret)
    {
        Save(profile, "Personal").Clean();

        Assert.Contains(secret, Vaults.Secrets().Keys);
        Assert.Equal([profile], Module.Run("Connect-Bitbucket -Profile $profile.ToUpper() -Vault Personal -PassThru").Texts("Profile"));
    }

    [Fact]
    public void Get_Profiles_SayWhereTheyLie()
    {
        Save("work", "Personal").Clean();
        Save("home", "Personal").Clean();
        Save("other", "Team").Clean();

        ScriptResult profiles = Module.Run("Get-BitbucketProfile -Vault Personal");

        Assert.Equal(["home", "work"], profiles.Texts("Name"));
        Assert.Equal(["False", "True"], profiles.Texts("IsDefault"));
        Assert.Equal(["Personal", "Personal"], profiles.Texts("Vault"));
        Assert.Equal(["Personal", "Personal"], profiles.Texts("Store"));
        Assert.Equal(["work"], Module.Run("Get-BitbucketProfile w* -Vault Personal").Texts("Name"));
        ErrorRecord missing = Module.Run("Get-BitbucketProfile other -Vault Personal").SingleError;
        Assert.StartsWith("ProfileNotFound,", missing.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Vault 'Personal'", missing.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Default_FirstThenAsDefaultThenRemoved_IsAtMostOne()
    {
        Save("work", "Personal").Clean();
        Save("home", "Personal", "-AsDefault").Clean();
        Assert.Equal(["True", "False"], Module.Run("Get-BitbucketProfile -Vault Personal").Texts("IsDefault"));

        Module.Run("Connect-Bitbucket -Profile work -Vault Personal -AsDefault").Clean();
        Assert.Equal(["False", "True"], Module.Run("Get-BitbucketProfile -Vault Personal").Texts("IsDefault"));

        Module.Run("Remove-BitbucketProfile work -Vault Personal -Confirm:$false").Clean();
        Assert.Equal(["False"], Module.Run("Get-BitbucketProfile -Vault Personal").Texts("IsDefault"));
        Assert.Equal(["BitbucketPS-home"], Vaults.Secrets().Keys);
    }

    [Fact]
    public void Remove_PipedFromAVault_RemovesThere()
    {
        Save("work", "Personal").Clean();
        Save("work", "Team").Clean();

        Module.Run("Get-BitbucketProfile -Vault Team | Remove-BitbucketProfile -WhatIf").Clean();
        Assert.Equal(2, Vaults.Secrets("Team").Count);
        Module.Run("Get-BitbucketProfile -Vault Team | Remove-BitbucketProfile -Confirm:$false").Clean();

        Assert.Empty(Vaults.Secrets("Team"));
        Assert.Equal(2, Vaults.Secrets().Count);
    }
}
