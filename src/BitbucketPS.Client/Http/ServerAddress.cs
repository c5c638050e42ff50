using System.Net;

namespace BitbucketPS.Http;

/// <summary>What is asked of an address before a credential is sent there.</summary>
public static class ServerAddress
{
    /// <summary>The address of Bitbucket Cloud's API.</summary>
    public static Uri CloudApi { get; } = new("https://api.bitbucket.org");

    /// <summary>The address of Bitbucket Cloud's site, where people sign in and git clones from.</summary>
    public static Uri CloudSite { get; } = new("https://bitbucket.org");

    /// <summary>True for https, and for http to this machine.</summary>
    /// <param name="address">An absolute address.</param>
    public static bool IsSecure(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Scheme switch
        {
            "https" => true,
            "http" => IsLoopback(address),
            _ => false,
        };
    }

    /// <summary>True for <c>localhost</c> and the loopback addresses of IPv4 and IPv6.</summary>
    /// <param name="address">An absolute address.</param>
    public static bool IsLoopback(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return string.Equals(address.IdnHost, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(address.IdnHost, out IPAddress? ip) && IPAddress.IsLoopback(ip));
    }

    /// <summary>True for Bitbucket Cloud's own servers.</summary>
    /// <param name="address">An absolute address.</param>
    public static bool IsCloud(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Host.Equals(CloudSite.Host, StringComparison.OrdinalIgnoreCase)
            || address.Host.EndsWith($".{CloudSite.Host}", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True if both have the same scheme, host and port.</summary>
    /// <param name="left">An absolute address.</param>
    /// <param name="right">Another.</param>
    public static bool SameOrigin(Uri left, Uri right)
        => Uri.Compare(left, right, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>The address of a path and query below a server's own address.</summary>
    /// <param name="baseUri">The server, with or without a slash at its end.</param>
    /// <param name="pathAndQuery">The path with a leading slash, percent-encoded; a query may follow.</param>
    public static Uri Below(Uri baseUri, string pathAndQuery)
    {
        ArgumentNullException.ThrowIfNull(baseUri);
        return new($"{baseUri.AbsoluteUri.TrimEnd('/')}{pathAndQuery}");
    }

    /// <summary>Takes an address as the base of a server: absolute, secure, without user, query or fragment.</summary>
    /// <param name="address">The address as a person gave it.</param>
    /// <param name="name">The parameter's name, for the error.</param>
    /// <returns>The address without a slash at its end.</returns>
    /// <exception cref="BitbucketException">It is none of that.</exception>
    public static Uri RequireBase(Uri address, string name)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || address.Scheme is not ("https" or "http")
            || address.UserInfo.Length + address.Query.Length + address.Fragment.Length > 0)
        {
            throw new BitbucketException(
                BitbucketErrorKind.InvalidArgument,
                $"{name} must be the address of a server, such as https://api.bitbucket.org, without user name, query or fragment.");
        }

        if (!IsSecure(address))
        {
            throw new BitbucketException(
                BitbucketErrorKind.InsecureAddress,
                $"{name} {address} is plain http to another machine: a credential sent there could be read on the way.")
            {
                RecommendedAction = "Use an https address. Plain http is only for 127.0.0.1, [::1] and localhost.",
            };
        }

        return new Uri(address.AbsoluteUri.TrimEnd('/'));
    }
}
