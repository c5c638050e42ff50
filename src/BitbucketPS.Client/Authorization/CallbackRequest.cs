using System.Text;

namespace BitbucketPS.Authorization;

/// <summary>The head of a request to the loopback listener, as far as the listener cares.</summary>
internal sealed record CallbackRequest(string Method, string Path, string Query, IReadOnlyList<string> Hosts)
{
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
            [.. lines.Skip(1).Where(IsHost).Select(line => line["Host:".Length..].Trim())]);
    }

    private static bool IsHost(string line) => line.StartsWith("Host:", StringComparison.OrdinalIgnoreCase);
}
