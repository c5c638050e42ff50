namespace BitbucketPS.Signing;

/// <summary>How OAuth 1.0a proves that a request comes from who holds the secrets (RFC 5849 section 3.4).</summary>
public enum OAuth1SignatureMethod
{
    /// <summary><c>HMAC-SHA1</c>, keyed with the two shared secrets (section 3.4.2). What most servers expect.</summary>
    HmacSha1,

    /// <summary><c>HMAC-SHA256</c>: as HMAC-SHA1 with a newer hash. No RFC defines it; many servers know it.</summary>
    HmacSha256,

    /// <summary><c>RSA-SHA1</c>: RSASSA-PKCS1-v1_5 with the consumer's private key (section 3.4.3).</summary>
    RsaSha1,

    /// <summary><c>RSA-SHA256</c>: as RSA-SHA1 with a newer hash. No RFC defines it; many servers know it.</summary>
    RsaSha256,

    /// <summary><c>PLAINTEXT</c>: the secrets themselves (section 3.4.4), so the connection has to keep them.</summary>
    Plaintext,
}
