using BitbucketPS.Profiles;

namespace BitbucketPS.Cmdlets;

/// <summary>How cmdlets reach the saved profiles.</summary>
internal static class ProfileAccess
{
    /// <summary>The name of a profile that nobody named.</summary>
    public const string DefaultName = "default";

    /// <summary>Opens the store.</summary>
    /// <param name="warn">Shows a warning; called on any thread.</param>
    /// <param name="requiresProtection">Whether a plain file is forbidden; a vault counts as protected.</param>
    /// <param name="vault">Who opens a vault instead; null for the platform's store.</param>
    /// <exception cref="BitbucketException">There is no such vault.</exception>
    public static IProfileStore Open(Action<string> warn, bool requiresProtection = false, VaultCaller? vault = null)
        => vault is not null
            ? VaultProfileStore.Open(vault, warn)
            : SignInAssembly.Services.OpenProfiles(new() { Warn = warn, RequiresProtection = requiresProtection });

    /// <summary>The same store, for a session that renews tokens when no cmdlet waits.</summary>
    public static IProfileStore ForRenewals(IProfileStore store) => store is VaultProfileStore vault ? vault.Detach() : store;

    /// <summary>The vault of a store; null for the platform's store.</summary>
    public static string? VaultOf(IProfileStore store) => (store as VaultProfileStore)?.Vault;

    /// <summary>The error for a name that was never saved.</summary>
    /// <param name="name">The name.</param>
    /// <param name="vault">The vault that was searched; null for the platform's store.</param>
    public static BitbucketException NotFound(string name, string? vault = null)
        => new(BitbucketErrorKind.ProfileNotFound, $"There is no saved profile '{name}'{(vault is null ? "" : $" in the vault '{vault}'")}.")
        {
            RecommendedAction = $"Get-BitbucketProfile{In(vault)} lists those there are; Connect-Bitbucket … -Save -Profile {Quote(name)}{In(vault)} saves one.",
        };

    private static string In(string? vault) => vault is null ? "" : $" -Vault {Quote(vault)}";

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
