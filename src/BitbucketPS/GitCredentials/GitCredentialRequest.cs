using System.Buffers;

namespace BitbucketPS;

/// <summary>What git tells a credential helper about what it wants (git-credential, "INPUT/OUTPUT FORMAT").</summary>
internal sealed class GitCredentialRequest
{
    // What would make the rest of a host something else to one reader or another.
    private static readonly SearchValues<char> s_noHost = SearchValues.Create(@"\/?#@");

    private readonly Dictionary<string, string> _attributes = new(StringComparer.Ordinal);

    /// <summary>Takes a line; an empty one, or one that is no attribute, says nothing.</summary>
    public void Add(string line)
    {
        if (line.TrimEnd('\r').Split('=', 2) is [{ Length: > 0 } name, string value])
        {
            _attributes[name] = value;
        }
    }

    /// <summary>
    /// True if the request is for a server. Another server's request must stay unanswered, and one that names none too: a helper
    /// that is asked for every host would hand the token to each.
    /// </summary>
    public bool IsFor(Uri site)
    {
        if (_attributes.TryGetValue("url", out string? url))
        {
            return Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && Http.ServerAddress.SameOrigin(site, address);
        }

        bool hasProtocol = _attributes.TryGetValue("protocol", out string? protocol);
        bool hasHost = _attributes.TryGetValue("host", out string? host);
        return hasProtocol && hasHost && Matches(site, protocol!, host!);
    }

    private static bool Matches(Uri site, string protocol, string host)
        => host.AsSpan().IndexOfAny(s_noHost) < 0
            && Uri.TryCreate($"{protocol}://{host}", UriKind.Absolute, out Uri? address)
            && Http.ServerAddress.SameOrigin(site, address);
}
