using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>Who wrote or committed something, and when.</summary>
/// <param name="Name">For people.</param>
/// <param name="Email">Without angle brackets.</param>
/// <param name="Date">To the second.</param>
internal sealed record GitIdentity(string Name, string Email, DateTimeOffset Date)
{
    /// <summary>As git's objects hold it, without what would end it early.</summary>
    public override string ToString()
    {
        string zone = Date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"{Clean(Name)} <{Clean(Email)}> {Date.ToUnixTimeSeconds()} {zone}");
    }

    private static string Clean(string text) => string.Concat(text.Where(letter => letter is not ('<' or '>' or '\n' or '\0'))).Trim();
}
