using System.Text.RegularExpressions;

namespace BitbucketPS.Sandbox;

/// <summary>
/// A parameter of a signed request, decoded from how it was sent and encoded again the one way that
/// RFC 5849 section 3.6 allows. The bytes are the client's: nothing is normalised.
/// </summary>
/// <param name="EncodedName">Its name.</param>
/// <param name="EncodedValue">Its value.</param>
internal readonly partial record struct OAuthParameter(string EncodedName, string EncodedValue)
{
    /// <summary>The value as text.</summary>
    /// <exception cref="OAuthProblemException">It is no UTF-8.</exception>
    public string Value => PercentCoding.TryDecodeText(EncodedValue, plusIsSpace: false, out string? text)
        ? text
        : throw OAuthProblemException.Rejected(EncodedName);

    /// <summary>Whether it belongs to the protocol, not to the application.</summary>
    public bool IsProtocol => EncodedName.StartsWith("oauth_", StringComparison.Ordinal);

    /// <summary>Reads a query or a form (RFC 5849 section 3.4.1.3.1: a plus sign is a space).</summary>
    public static IEnumerable<OAuthParameter> ParseForm(string form)
    {
        foreach (string pair in form.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            yield return equals < 0
                ? Read(pair, "", plusIsSpace: true)
                : Read(pair[..equals], pair[(equals + 1)..], plusIsSpace: true);
        }
    }

    /// <summary>Reads what follows the scheme in the Authorization header (section 3.5.1), realm left out.</summary>
    public static IEnumerable<OAuthParameter> ParseHeader(string header)
    {
        Match match = HeaderPair().Match(header);
        for (int end = 0; end < header.Length; match = match.NextMatch())
        {
            if (!match.Success)
            {
                throw OAuthProblemException.Rejected("Authorization");
            }

            end = match.Index + match.Length;
            string name = match.Groups["name"].Value;
            if (!name.Equals("realm", StringComparison.OrdinalIgnoreCase))
            {
                yield return Read(name, match.Groups["value"].Value, plusIsSpace: false);
            }
        }
    }

    // Anchored to the end of the pair before: nothing between pairs is skipped.
    [GeneratedRegex("\\G[ \t]*(?<name>[^=\\s,\"]+)=\"(?<value>[^\"]*)\"[ \t]*(,(?=.)|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeaderPair();

    private static OAuthParameter Read(string name, string value, bool plusIsSpace)
        => PercentCoding.TryDecode(name, plusIsSpace, out byte[]? nameBytes)
            && PercentCoding.TryDecode(value, plusIsSpace, out byte[]? valueBytes)
            ? new(PercentCoding.Encode(nameBytes), PercentCoding.Encode(valueBytes))
            : throw OAuthProblemException.Rejected(PercentCoding.Encode(name));
}
