using System.Security.Cryptography;
using System.Text;

namespace BitbucketPS.SignIn.Profiles;

/// <summary>What names of profiles are, and when two are the same.</summary>
internal static class ProfileName
{
    private const int Longest = 100;

    /// <summary>Whether two names are the same.</summary>
    /// <param name="one">One.</param>
    /// <param name="other">The other.</param>
    public static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Refuses what cannot be a name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="BitbucketException">It cannot.</exception>
    public static void Require(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string? fault = name switch
        {
            { Length: 0 } => "is empty",
            { Length: > Longest } => $"has more than {Longest} characters",
            _ when name.Any(char.IsControl) => "has control characters",
            _ when name.EnumerateRunes().Contains(Rune.ReplacementChar) => "is no valid text",
            _ => null,
        };
        if (fault is not null)
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"The name of a profile cannot be what was given: it {fault}.");
        }
    }

    /// <summary>The name of the lock file of a profile. Names may hold what no file may, and a file system may tell cases apart.</summary>
    /// <param name="name">The profile's name.</param>
    public static string LockFile(string name)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(name.ToUpperInvariant()));
        return $"profile-{Convert.ToHexString(hash.AsSpan(0, 16))}.lock";
    }
}
