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
                $"The {name} holds a blank, a line break or another character that no token has. Was it copied whole, and nothing else with it?");
        }
    }

    /// <summary>Refuses a user name that Basic authentication cannot carry (RFC 7617 section 2).</summary>
    public static void RequireUserName(string value)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Contains(':', StringComparison.Ordinal) || value.Any(char.IsControl))
        {
            throw new BitbucketException(
                BitbucketErrorKind.InvalidArgument,
                $"'{value}' cannot be the e-mail address of an Atlassian account.");
        }
    }
}
