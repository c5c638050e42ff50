using System.Management.Automation;
using BitbucketPS.Profiles;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Gets the saved profiles.
/// </summary>
/// <remarks>
/// A profile is a sign-in that Connect-Bitbucket -Save kept. What comes out says who, how and where; the credential itself stays
/// in the store. Nothing is asked of the server: a profile that is listed may have been revoked there.
/// </remarks>
/// <example>
/// <summary>Lists all profiles.</summary>
/// <code>Get-BitbucketProfile</code>
/// </example>
/// <example>
/// <summary>Finds the profiles of a server.</summary>
/// <code>Get-BitbucketProfile | Where-Object { $_.BaseUri.Host -eq 'api.bitbucket.org' }</code>
/// </example>
/// <example>
/// <summary>Lists the profiles in a vault of SecretManagement.</summary>
/// <code>Import-Module Microsoft.PowerShell.SecretManagement
/// Get-BitbucketProfile -Vault Personal</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BitbucketProfile")]
[OutputType(typeof(BitbucketProfile))]
public sealed class GetBitbucketProfileCommand : BitbucketBaseCommand
{
    /// <summary>The name, which may have wildcards; all by default.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? Name { get; set; }

    /// <summary>The SecretManagement vault whose profiles are meant, instead of those in the store of the platform.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VaultCompleter))]
    public string? Vault { get; set; }

    /// <inheritdoc />
    protected override void EndProcessing() => Run(Name, () =>
    {
        NamePattern? pattern = Name is null ? null : new(Name);
        IProfileStore store = ProfileAccess.Open(text => Post(() => WriteWarning(text)), vault: CallVault(Vault));
        IReadOnlyList<ProfileEntry> entries = Await(store.ListAsync(StopToken));
        ProfileEntry[] found = [.. entries.Where(entry => pattern?.IsMatch(entry.Profile.Name) != false)];
        if (found.Length == 0 && pattern is { HasWildcards: false })
        {
            throw ProfileAccess.NotFound(Name!, ProfileAccess.VaultOf(store));
        }

        foreach (ProfileEntry entry in found)
        {
            WriteObject(new BitbucketProfile(entry, ProfileAccess.VaultOf(store)));
        }
    });
}
