using System.Security.Cryptography;
using System.Text;

namespace BitbucketPS.Profiles;

/// <summary>A lock between all processes of a user that use one vault, or one profile in it.</summary>
internal static class VaultLock
{
    /// <summary>Waits for the lock.</summary>
    /// <param name="key">What is locked; its parts in order.</param>
    /// <param name="patience">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TimeoutException">Somebody else has it for too long.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be opened.</exception>
    /// <exception cref="IOException">There can be no such file.</exception>
    public static Task<LockFile> TakeAsync(IEnumerable<string> key, TimeSpan patience, CancellationToken cancellationToken)
        => LockFile.TakeAsync(PathOf(key), patience, TimeProvider.System, cancellationToken);

    // In a file's name the key would be too long, hold what no file's name can, and tell others what somebody's vaults are called.
    private static string PathOf(IEnumerable<string> key)
    {
        string folder = Path.Combine(Root(), "BitbucketPS", "locks");
        Directory.CreateDirectory(folder);
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', key.Prepend(Environment.UserName))));
        return Path.Combine(folder, $"{Convert.ToHexString(hash)}.lock");
    }

    // The user's own folder, rather than the temporary one: services of the same user may each have a temporary folder.
    private static string Root()
        => Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } own
            ? own
            : Path.GetTempPath();
}
