using System.Diagnostics.CodeAnalysis;

namespace BitbucketPS;

/// <summary>Takes apart the addresses that a repository has: its page, and where git clones it from.</summary>
internal static class RepositoryAddress
{
    // Where ssh goes that a firewall keeps from port 22.
    private const string CloudSshHost = "altssh.bitbucket.org";

    /// <summary>Splits <c>https://host/workspace/slug/…</c>, <c>ssh://git@host/workspace/slug.git</c> or <c>git@host:workspace/slug.git</c>.</summary>
    /// <returns>True if it is one of these; the path is then <c>workspace/slug</c>, as far as there is one.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out string? host, [NotNullWhen(true)] out string? path)
    {
        (host, path) = (null, null);
        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http" or "ssh")
        {
            (host, path) = (address.Scheme is "ssh" ? address.Host : address.Authority, Repository(address.AbsolutePath));
            return true;
        }

        return TryParseScp(text, out host, out path);
    }

    /// <summary>True if the host is the session's site or API.</summary>
    public static bool Belongs(string host, BitbucketSession session)
    {
        string[] own = [session.SiteUri.Host, session.SiteUri.Authority, session.BaseUri.Host, session.BaseUri.Authority];
        return own.Contains(host, StringComparer.OrdinalIgnoreCase)
            || (host.Equals(CloudSshHost, StringComparison.OrdinalIgnoreCase) && session.SiteUri.Host is "bitbucket.org");
    }

    private static bool TryParseScp(string text, [NotNullWhen(true)] out string? host, [NotNullWhen(true)] out string? path)
    {
        (host, path) = (null, null);
        int at = text.IndexOf('@', StringComparison.Ordinal);
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (at < 0 || colon < at)
        {
            return false;
        }

        (host, path) = (text[(at + 1)..colon], Repository(text[(colon + 1)..]));
        return true;
    }

    private static string Repository(string path)
    {
        string[] parts = Uri.UnescapeDataString(path).Split('/', StringSplitOptions.RemoveEmptyEntries);
        string text = string.Join('/', parts.Take(2));
        return text.EndsWith(".git", StringComparison.OrdinalIgnoreCase) ? text[..^".git".Length] : text;
    }
}
