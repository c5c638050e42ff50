namespace BitbucketPS.Sandbox;

/// <summary>
/// Decides where a person may be sent back to. A consumer has one address; an application may name
/// another one only if it begins with that.
/// </summary>
internal static class OAuth2Callback
{
    /// <summary>Whether a consumer can have this address.</summary>
    public static bool CanBeRegistered(Uri address)
        => address.IsAbsoluteUri && CallbackAddress.IsAcceptable(address.OriginalString) && Extends(address, address.OriginalString);

    /// <summary>Whether an address extends the registered one.</summary>
    public static bool Extends(Uri registered, string requested)
    {
        // Encoded dots are where a comparison of prefixes and a browser could disagree.
        if (!CallbackAddress.IsAcceptable(requested)
            || requested.Contains('\\', StringComparison.Ordinal)
            || requested.Contains("%2e", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        Uri address = new(requested);
        return address.UserInfo.Length == 0
            && string.Equals(address.Scheme, registered.Scheme, StringComparison.Ordinal)
            && string.Equals(address.Host, registered.Host, StringComparison.Ordinal)
            && (address.Port == registered.Port || TakesAnyPort(registered))
            && ExtendsPath(registered, address);
    }

    // An application on the person's machine listens on whatever port is free (RFC 8252 section 7.3).
    private static bool TakesAnyPort(Uri registered) => registered.IsLoopback && !NamesPort(registered);

    // Uri itself does not tell http://host:80 from http://host.
    private static bool NamesPort(Uri address)
    {
        string text = address.OriginalString;
        int start = text.IndexOf("://", StringComparison.Ordinal) + 3;
        int end = text.AsSpan(start).IndexOfAny('/', '?');
        string authority = end < 0 ? text[start..] : text.Substring(start, end);
        return authority.LastIndexOf(':') > authority.LastIndexOf(']');
    }

    private static bool ExtendsPath(Uri registered, Uri address)
    {
        if (registered.Query.Length > 0)
        {
            return string.Equals(address.AbsolutePath, registered.AbsolutePath, StringComparison.Ordinal)
                && IsPrefix(registered.Query, address.Query, '&');
        }

        return IsPrefix(registered.AbsolutePath, address.AbsolutePath, '/');
    }

    private static bool IsPrefix(string prefix, string text, char border)
        => text.StartsWith(prefix, StringComparison.Ordinal)
            && (text.Length == prefix.Length || prefix.EndsWith(border) || text[prefix.Length] == border);
}
