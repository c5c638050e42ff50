namespace BitbucketPS.Signing;

/// <summary>Masks known secrets in texts that come from outside, such as an error page that echoes the request.</summary>
internal sealed class SecretMask
{
    private const string Mask = "***";

    // Shorter ones would mask ordinary words all over the text.
    private const int ShortestSecret = 4;

    private readonly string[] _secrets;

    /// <summary>Knows the secrets as they are and as they look percent-encoded: once, or twice as in an OAuth 1 PLAINTEXT signature.</summary>
    public SecretMask(params IEnumerable<string?> secrets)
    {
        _secrets = [.. secrets
            .OfType<string>()
            .SelectMany(secret => (string[])[secret, Uri.EscapeDataString(secret), Uri.EscapeDataString(Uri.EscapeDataString(secret))])
            .Where(secret => secret.Length >= ShortestSecret)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(secret => secret.Length)];
    }

    /// <summary>The text with <c>***</c> in place of each secret.</summary>
    public string Apply(string text)
    {
        foreach (string secret in _secrets)
        {
            text = text.Replace(secret, Mask, StringComparison.Ordinal);
        }

        return text;
    }
}
