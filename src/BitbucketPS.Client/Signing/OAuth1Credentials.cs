namespace BitbucketPS.Signing;

/// <summary>
/// What OAuth 1.0a signs with (RFC 5849 section 1.1): a consumer, and with a token also the person who gave access.
/// Without a token it is two-legged. Immutable; shows no secret.
/// </summary>
public sealed class OAuth1Credentials
{
    private readonly string _consumerSecret;
    private readonly string? _token;
    private readonly string _tokenSecret;

    /// <summary>A consumer, without a token.</summary>
    /// <param name="consumerKey">The consumer's key; the RFC calls it the client identifier.</param>
    /// <param name="consumerSecret">The consumer's secret, of any characters; may be empty where a private key signs.</param>
    /// <exception cref="BitbucketException">The key is empty.</exception>
    public OAuth1Credentials(string consumerKey, string consumerSecret)
        : this(consumerKey, consumerSecret, token: null, tokenSecret: "", privateKey: null)
    {
    }

    private OAuth1Credentials(string consumerKey, string consumerSecret, string? token, string tokenSecret, RsaPrivateKey? privateKey)
    {
        ArgumentNullException.ThrowIfNull(consumerSecret);
        ArgumentNullException.ThrowIfNull(tokenSecret);
        if (string.IsNullOrEmpty(consumerKey))
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, "The consumer key is empty.");
        }

        ConsumerKey = consumerKey;
        _consumerSecret = consumerSecret;
        _token = token;
        _tokenSecret = tokenSecret;
        PrivateKey = privateKey;
    }

    /// <summary>The consumer's key. Not a secret: it names the consumer.</summary>
    public string ConsumerKey { get; }

    /// <summary>Whether there is a token, so that requests act for a person.</summary>
    public bool HasToken => _token is not null;

    /// <summary>Whether there is a private key, so that the RSA methods can sign.</summary>
    public bool HasPrivateKey => PrivateKey is not null;

    internal RsaPrivateKey? PrivateKey { get; }

    /// <summary>The same consumer with a token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="tokenSecret">Its secret, of any characters; may be empty where a private key signs.</param>
    /// <exception cref="BitbucketException">The token is empty.</exception>
    public OAuth1Credentials WithToken(string token, string tokenSecret)
    {
        return string.IsNullOrEmpty(token)
            ? throw new BitbucketException(BitbucketErrorKind.InvalidArgument, "The OAuth 1 token is empty.")
            : new(ConsumerKey, _consumerSecret, token, tokenSecret, PrivateKey);
    }

    /// <summary>The same consumer without its token.</summary>
    public OAuth1Credentials WithoutToken() => new(ConsumerKey, _consumerSecret, token: null, tokenSecret: "", PrivateKey);

    /// <summary>The same credentials with a private key for the RSA methods.</summary>
    /// <param name="pem">The key as PEM text: PKCS#1 or PKCS#8, not encrypted, 1024 bits or more.</param>
    /// <exception cref="BitbucketException">The text is no such key; the message says what it is instead.</exception>
    public OAuth1Credentials WithPrivateKey(string pem)
    {
        ArgumentNullException.ThrowIfNull(pem);
        return new(ConsumerKey, _consumerSecret, _token, _tokenSecret, RsaPrivateKey.FromPem(pem));
    }

    /// <summary>The consumer's secret, for who stores it. A method, so that nothing that lists properties shows it.</summary>
    public string RevealConsumerSecret() => _consumerSecret;

    /// <summary>The token, for who stores it; null without one.</summary>
    public string? RevealToken() => _token;

    /// <summary>The token's secret, for who stores it; empty without a token.</summary>
    public string RevealTokenSecret() => _tokenSecret;

    /// <summary>Says who signs, without secrets.</summary>
    public override string ToString() => $"OAuth 1 consumer '{ConsumerKey}' with{(HasToken ? "" : "out")} token";

    /// <summary>The key of the HMAC methods and the whole of PLAINTEXT (RFC 5849 section 3.4.2); both parts always there.</summary>
    internal string SigningKey() => $"{FormEncoding.Encode(_consumerSecret)}&{FormEncoding.Encode(_tokenSecret)}";
}
