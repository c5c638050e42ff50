using BitbucketPS.Http;

namespace BitbucketPS.Signing;

/// <summary>Checks credentials before they meet a header, whose own complaints would quote them.</summary>
internal static class Credential
{
    /// <summary>Refuses what cannot be a token: nothing, white space, control characters, anything beyond ASCII.</summary>
    public static void RequireVisible(string value, string name)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"The {name} is empty.");
        }

        if (value.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw new BitbucketException(
                BitbucketErrorKind.InvalidArgument,
                $"The {name} holds a blank, a line break or another character that no token has.")
            {
                RecommendedAction = "Copy it again: whole, and nothing else with it.",
            };
        }
    }

    /// <summary>Refuses a user name that Basic authentication cannot carry (RFC 7617 section 2).</summary>
    public static void RequireUserName(string value)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Contains(':', StringComparison.Ordinal) || value.Any(char.IsControl))
        {
            throw new BitbucketException(
                BitbucketErrorKind.InvalidArgument,
                "The user name cannot be the e-mail address of an Atlassian account: it is empty, or holds a colon or a control character.");
        }
    }

    /// <summary>Refuses a text that cannot stand between quotes in a header (RFC 9110 section 5.6.4); null may.</summary>
    public static void RequireQuotable(string? value, string name)
    {
        if (value is not null && (value.AsSpan().ContainsAnyExceptInRange(' ', '~') || value.AsSpan().ContainsAny('"', '\\')))
        {
            throw new BitbucketException(
                BitbucketErrorKind.InvalidArgument,
                $"The {name} holds a quote, a backslash or a character beyond ASCII, which a header cannot carry.");
        }
    }

    /// <summary>The last line of defence: a credential leaves only over https, or to this machine.</summary>
    public static void RequireSafeAddress(Uri address)
    {
        if (!address.IsAbsoluteUri || !ServerAddress.IsSecure(address))
        {
            throw new BitbucketException(
                BitbucketErrorKind.InsecureAddress,
                $"'{Shown(address)}' would carry a credential unprotected to another machine.")
            {
                RecommendedAction = "Use an https address; plain http is allowed on this machine alone (localhost, 127.0.0.1, [::1]).",
            };
        }
    }

    // Without user information and query: either may hold a secret.
    private static string Shown(Uri address)
        => address.IsAbsoluteUri ? address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : "An incomplete address";
}
