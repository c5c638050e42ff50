namespace BitbucketPS.Sandbox;

/// <summary>Where an application wants the person to come back to.</summary>
internal static class CallbackAddress
{
    /// <summary>Whether it is an absolute address that can safely stand in a Location header.</summary>
    public static bool IsAcceptable(string callback)
        => callback.All(value => value is > ' ' and < '\x7F')
            && callback.Contains("://", StringComparison.Ordinal)
            && !callback.Contains('#', StringComparison.Ordinal)
            && Uri.TryCreate(callback, UriKind.Absolute, out Uri? address)
            && address.Host.Length > 0
            && !address.IsFile;

    /// <summary>Adds parameters, keeping a query that is there (RFC 5849 section 2.2).</summary>
    /// <param name="callback">An acceptable one.</param>
    /// <param name="parameters">Names and values, not encoded.</param>
    public static string Append(string callback, params IEnumerable<(string Name, string Value)> parameters)
    {
        string added = string.Join('&', parameters.Select(pair => $"{pair.Name}={PercentCoding.Encode(pair.Value)}"));
        string separator = callback switch
        {
            [.., '?' or '&'] => "",
            _ when callback.Contains('?', StringComparison.Ordinal) => "&",
            _ => "?",
        };
        return callback + separator + added;
    }

    /// <summary>The callback as a source of a Content-Security-Policy.</summary>
    public static string PolicySource(string callback)
    {
        Uri address = new(callback);

        // A policy has no way to write an IPv6 address, nor the host of a scheme that is not the web's.
        return address.Scheme is "http" or "https" && address.HostNameType is not UriHostNameType.IPv6
            ? $"{address.Scheme}://{address.IdnHost}:{address.Port}"
            : $"{address.Scheme}:";
    }
}
