using System.Management.Automation;
using BitbucketPS.Profiles;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// Removes saved profiles and their credentials from this machine.
/// </summary>
/// <remarks>
/// The credential stays good on the server until it is revoked there; docs/signing-in.md says where. Sessions that are open go
/// on until they are closed.
/// </remarks>
/// <example>
/// <summary>Removes a profile.</summary>
/// <code>Remove-BitbucketProfile work</code>
/// </example>
/// <example>
/// <summary>Shows which profiles of API tokens would go.</summary>
/// <code>Get-BitbucketProfile | Where-Object CredentialKind -eq ApiToken | Remove-BitbucketProfile -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "BitbucketProfile", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveBitbucketProfileCommand : BitbucketBaseCommand
{
    private readonly List<(string Name, string? Vault)> _profiles = [];
    private readonly Dictionary<string, IProfileStore> _stores = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of the profile; profiles can be piped.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string Name { get; set; } = "";

    /// <summary>The SecretManagement vault that it lies in, instead of the store of the platform; a piped profile knows it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(VaultCompleter))]
    public string? Vault { get; set; }

    // A piped profile of the platform's store has no vault. An empty one that was typed, as from a variable that is not set, is a
    // mistake, and must not remove the profile of the same name elsewhere.
    /// <inheritdoc />
    protected override void BeginProcessing() => RunOrThrow(target: null, () =>
    {
        if (MyInvocation.BoundParameters.ContainsKey(nameof(Vault)) && string.IsNullOrEmpty(Vault))
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, "-Vault is empty.") { RecommendedAction = "Name a vault, or leave -Vault out." };
        }
    });

    /// <inheritdoc />
    protected override void ProcessRecord() => _profiles.Add((Name, string.IsNullOrEmpty(Vault) ? null : Vault));

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        foreach ((string name, string? vault) in _profiles)
        {
            Run(name, () => Remove(Open(vault), name));
        }
    }

    private IProfileStore Open(string? vault)
    {
        if (!_stores.TryGetValue(vault ?? "", out IProfileStore? store))
        {
            store = ProfileAccess.Open(text => Post(() => WriteWarning(text)), vault: CallVault(vault));
            _stores.Add(vault ?? "", store);
        }

        return store;
    }

    private void Remove(IProfileStore store, string name)
    {
        string? vault = ProfileAccess.VaultOf(store);
        SavedProfile profile = Await(store.FindAsync(name, StopToken)) ?? throw ProfileAccess.NotFound(name, vault);
        string place = vault is null ? "" : $", in vault {vault}";
        if (ShouldProcess($"{profile.Name} ({profile.Account ?? profile.CredentialKind} at {profile.BaseUri.Authority}{place})", "Remove saved profile")
            && !Await(store.RemoveAsync(name, StopToken)))
        {
            throw ProfileAccess.NotFound(name, vault);
        }
    }
}
