using System.Text;

namespace BitbucketPS.Authorization;

/// <summary>The head of a request to the loopback listener, as far as the listener cares.</summary>
internal sealed record CallbackRequest(string Method, string Path, string Query, ILookup<string, string> Headers)
{
    /// <summary>The hosts that the request names; one that names not exactly one is no proper request.</summary>
    public IEnumerable<string> Hosts => Headers["Host"];

    /// <summary>
    /// Whether a browser went here as one goes to a page. What a page elsewhere fetches, frames or embeds says so in its fetch
    /// metadata (W3C Fetch Metadata Request Headers), or, in an old browser, in its Origin.
    /// </summary>
    public bool IsNavigation
    {
        get
        {
            string[] modes = [.. Headers["Sec-Fetch-Mode"]];
            return modes.Length == 0
                ? Headers["Origin"].All(origin => origin is "null")
                : modes is ["navigate"] && Headers["Sec-Fetch-Dest"].All(destination => destination is "document");
        }
    }

    /// <summary>Parses a head (RFC 9112 sections 2 to 5); null where it is no HTTP/1 request in origin form.</summary>
    public static CallbackRequest? Parse(ReadOnlySpan<byte> head)
    {
        string[] lines = Encoding.Latin1.GetString(head).Split("\r\n");
        if (lines[0].Split(' ') is not [string method, ['/', ..] target, ['H', 'T', 'T', 'P', '/', '1', '.', _]])
        {
            return null;
        }

        int question = target.IndexOf('?', StringComparison.Ordinal);
        return new(
            method,
            question < 0 ? target : target[..question],
            question < 0 ? "" : target[(question + 1)..],
            lines.Skip(1).Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2)
                .ToLookup(parts => parts[0], parts => parts[1].Trim(), StringComparer.OrdinalIgnoreCase));
    }
}
