namespace BitbucketPS.Signing;

/// <summary>What the signature methods are called on the wire, and what they need.</summary>
public static class OAuth1SignatureMethodExtensions
{
    /// <summary>The value of <c>oauth_signature_method</c>, such as <c>HMAC-SHA1</c>.</summary>
    /// <param name="method">The method.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the enumeration.</exception>
    public static string WireName(this OAuth1SignatureMethod method) => method switch
    {
        OAuth1SignatureMethod.HmacSha1 => "HMAC-SHA1",
        OAuth1SignatureMethod.HmacSha256 => "HMAC-SHA256",
        OAuth1SignatureMethod.RsaSha1 => "RSA-SHA1",
        OAuth1SignatureMethod.RsaSha256 => "RSA-SHA256",
        OAuth1SignatureMethod.Plaintext => "PLAINTEXT",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "No signature method has this value."),
    };

    /// <summary>Whether the method signs with the consumer's private key instead of the shared secrets.</summary>
    /// <param name="method">The method.</param>
    public static bool UsesPrivateKey(this OAuth1SignatureMethod method)
        => method is OAuth1SignatureMethod.RsaSha1 or OAuth1SignatureMethod.RsaSha256;
}
