using System.Globalization;
using System.Text;

namespace BitbucketPS.Profiles;

/// <summary>
/// What the secrets of profiles are called in a vault: letters, digits and hyphens, which is all that the strictest vaults take,
/// and nothing that is a wildcard or a path to others. So a name is its own filter, too. Case is folded as profiles compare
/// their names, since some vaults tell <c>Work</c> from <c>work</c>, and others do not. The profile itself has the name as it was typed.
/// </summary>
internal static class VaultSecretName
{
    /// <summary>The secret that holds the name of the default profile. No profile's secret can be called so.</summary>
    public const string Default = "BitbucketPS";

    /// <summary>Finds all secrets of this module, and perhaps some of others; <see cref="IsProfile"/> decides.</summary>
    public const string All = "BitbucketPS*";

    private const string Prefix = "BitbucketPS-";

    /// <summary>The name of a profile's secret: a hyphen is doubled, any other byte than letters and digits is a hyphen and two hex digits.</summary>
    public static string Of(string profile)
    {
        StringBuilder name = new(Prefix);
        foreach (byte b in Encoding.UTF8.GetBytes(profile.ToUpperInvariant()))
        {
            name.Append(Escape((char)b));
        }

        return name.ToString();
    }

    /// <summary>Whether a secret is a profile's.</summary>
    public static bool IsProfile(string secret) => secret.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    private static string Escape(char c) => c switch
    {
        '-' => "--",
        _ when char.IsAsciiLetterOrDigit(c) => char.ToLowerInvariant(c).ToString(),
        _ => string.Create(CultureInfo.InvariantCulture, $"-{(int)c:x2}"),
    };
}
