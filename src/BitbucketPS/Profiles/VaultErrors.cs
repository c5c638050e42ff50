using System.Management.Automation;

namespace BitbucketPS.Profiles;

/// <summary>
/// The failures of a vault. A vault may quote what it was given or has read, so its own words are repeated only where it had
/// no secret at hand, and its exception is never kept.
/// </summary>
internal static class VaultErrors
{
    // The type of SecretManagement's own exception, which is known by name alone: the module may not be there.
    private const string PasswordRequired = "PasswordRequiredException";

    /// <summary>The module is not there to be called.</summary>
    public static BitbucketException NotLoaded()
        => new(BitbucketErrorKind.VaultFailed, $"A vault needs the module {SecretModule.Name}, which is not loaded in this session.")
        {
            RecommendedAction = $"Run: Import-Module {SecretModule.Name}",
        };

    /// <summary>The module was there once, and cannot be loaded where nobody types.</summary>
    public static BitbucketException NotLoadable(string vault, string path)
        => new(BitbucketErrorKind.VaultFailed, $"The vault '{vault}' cannot be reached: {SecretModule.Name} does not load from {path}.");

    /// <summary>The vaults are not known. No secret is at hand where that is asked.</summary>
    public static BitbucketException NoRegistry(ErrorRecord error)
        => new(BitbucketErrorKind.VaultFailed, $"The registered vaults cannot be read. {error}");

    /// <summary>No such vault.</summary>
    public static BitbucketException NotRegistered(string vault, IReadOnlyCollection<string> registered)
        => new(BitbucketErrorKind.VaultFailed, $"There is no vault '{vault}'.")
        {
            RecommendedAction = registered.Count == 0
                ? "No vault is registered; Register-SecretVault does that."
                : $"Registered vaults: {string.Join(", ", registered)}.",
        };

    /// <summary>A command failed.</summary>
    /// <param name="what">What did not happen.</param>
    /// <param name="vault">The vault.</param>
    /// <param name="failure">What the command threw.</param>
    /// <param name="hadSecret">Whether its words may hold a secret.</param>
    public static BitbucketException Failed(string what, string vault, RuntimeException failure, bool hadSecret)
        => WantsPassword(failure) || WantsPassword(failure.ErrorRecord.Exception)
            ? new(BitbucketErrorKind.VaultFailed, $"{what}: the vault '{vault}' is locked, and wants its password.")
            {
                RecommendedAction = "Unlock it with Unlock-SecretVault, or use it at an interactive prompt; then try again.",
            }
            : new(
                BitbucketErrorKind.VaultFailed,
                $"{what}: the vault '{vault}' failed{(hadSecret ? $" ({failure.ErrorRecord.CategoryInfo.Category})." : $". {failure.ErrorRecord}")}")
            {
                RecommendedAction = "Check it with Test-SecretVault, unlock it with Unlock-SecretVault if it has a password, then try again.",
            };

    /// <summary>It takes too long, or somebody else's call does.</summary>
    public static BitbucketException NoAnswer(string vault, TimeSpan patience)
        => new(BitbucketErrorKind.VaultFailed, $"The vault '{vault}' did not answer within {patience.TotalSeconds:0} seconds.")
        {
            RecommendedAction = "It may wait for its password: unlock it with Unlock-SecretVault, then try again.",
        };

    /// <summary>The lock cannot be had.</summary>
    public static BitbucketException NotLocked(string vault, Exception reason)
        => new(BitbucketErrorKind.VaultFailed, $"The profiles in the vault '{vault}' cannot be locked: {reason.Message}", reason)
        {
            RecommendedAction = "Another process may be using them: try again.",
        };

    /// <summary>It took a secret without an error, and does not have it.</summary>
    public static BitbucketException NotKept(string vault, string secret)
        => new(BitbucketErrorKind.VaultFailed, $"The vault '{vault}' did not keep the secret '{secret}' as it was given.")
        {
            RecommendedAction = "Check that the vault can be written to, and that it can replace a secret; else remove that secret first.",
        };

    /// <summary>It removed a secret without an error, and still has it.</summary>
    public static BitbucketException NotRemoved(string vault, string secret)
        => new(BitbucketErrorKind.VaultFailed, $"The vault '{vault}' still has the secret '{secret}', which was to be removed.");

    /// <summary>What lies there is none of ours.</summary>
    public static BitbucketException NoProfile(string vault, string secret)
        => new(BitbucketErrorKind.VaultFailed, $"The secret '{secret}' in the vault '{vault}' holds no profile.")
        {
            RecommendedAction = "Save the profile again, or remove that secret with Remove-Secret.",
        };

    private static bool WantsPassword(Exception? e)
        => e is not null && (string.Equals(e.GetType().Name, PasswordRequired, StringComparison.Ordinal) || WantsPassword(e.InnerException));
}
