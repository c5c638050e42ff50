using System.Globalization;
using System.Net.Http.Headers;

namespace BitbucketPS.Signing;

/// <summary>
/// A server's own report of what is wrong with a signed request (OAuth Problem Reporting extension):
/// <c>oauth_problem</c> and what goes with it, from the WWW-Authenticate header or the body.
/// </summary>
internal sealed record OAuth1Problem(string Word, long? EarliestTimestamp, long? LatestTimestamp)
{
    public const string TimestampRefused = "timestamp_refused";

    private const int LongestWord = 64;

    /// <summary>Finds the report; null where the server makes none.</summary>
    /// <param name="headers">The headers of the answer.</param>
    /// <param name="body">Its body, or nothing.</param>
    public static OAuth1Problem? Find(HttpResponseHeaders headers, string body)
        => headers.WwwAuthenticate
            .Where(challenge => string.Equals(challenge.Scheme, "OAuth", StringComparison.OrdinalIgnoreCase))
            .Select(challenge => Read(ChallengeParameters(challenge.Parameter ?? "")))
            .Append(Read(FormEncoding.ParseText(body.Trim())))
            .FirstOrDefault(problem => problem is not null);

    /// <summary>The word, if it can be one of the extension's; it ends up in messages, and must be no echo of a request.</summary>
    public static string? WordIn(string? value)
        => value is { Length: > 0 and <= LongestWord } && value.All(letter => char.IsAsciiLetterLower(letter) || letter == '_') ? value : null;

    private static OAuth1Problem? Read(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        ILookup<string, string> values = parameters.ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        string? word = WordIn(values["oauth_problem"].FirstOrDefault());
        if (word is null)
        {
            return null;
        }

        string[] range = (values["oauth_acceptable_timestamps"].FirstOrDefault() ?? "").Split('-');
        return range.Length == 2
            ? new(word, Timestamp(range[0]), Timestamp(range[1]))
            : new(word, EarliestTimestamp: null, LatestTimestamp: null);
    }

    private static IEnumerable<KeyValuePair<string, string>> ChallengeParameters(string challenge)
        => challenge.Split(',').SelectMany(piece => FormEncoding.ParseText(piece.Replace("\"", "", StringComparison.Ordinal).Trim()));

    private static long? Timestamp(string text)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                ? seconds
                : null;
}
