using System.Text;
using System.Text.RegularExpressions;

namespace BitbucketPS.Sandbox;

/// <summary>The names of repositories in addresses.</summary>
internal static partial class RepositorySlug
{
    private const int Longest = 62;

    /// <summary>Holds a slug of a new repository against the rules.</summary>
    /// <exception cref="ApiException">400 if it is none.</exception>
    public static string Require(string slug)
        => slug.Length <= Longest && Pattern().IsMatch(slug)
            ? slug
            : throw ApiErrors.BadField(
                "slug", "Invalid slug. Slugs must be lowercase, alphanumerical, and may also contain underscores, dashes, or dots.");

    /// <summary>The slug that a name gets: what cannot stand in one becomes a dash.</summary>
    /// <exception cref="ApiException">400 if nothing remains.</exception>
    public static string FromName(string name)
    {
        StringBuilder slug = new();
        foreach (char letter in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.')
            {
                slug.Append(letter);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return Require(slug.ToString().TrimEnd('-'));
    }

    // Three dots would be a range to git, and two a folder above.
    [GeneratedRegex(@"^(?!\.+\z)[a-z0-9_.\-]+(?<!\.git)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
