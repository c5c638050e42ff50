using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace BitbucketPS.Signing;

/// <summary>The signature over a base string (RFC 5849 sections 3.4.2 to 3.4.4).</summary>
public static class OAuth1Signature
{
    /// <summary>Signs a base string.</summary>
    /// <param name="method">How to sign.</param>
    /// <param name="credentials">The secrets, or the private key.</param>
    /// <param name="baseString">What <see cref="OAuth1BaseString"/> derives; PLAINTEXT ignores it.</param>
    /// <returns>
    /// The value of <c>oauth_signature</c>, not yet percent-encoded: base64, or for PLAINTEXT the secrets themselves.
    /// </returns>
    /// <exception cref="BitbucketException">The method signs with a private key and there is none, or this machine refuses the hash.</exception>
    public static string Compute(OAuth1SignatureMethod method, OAuth1Credentials credentials, string baseString)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        ArgumentNullException.ThrowIfNull(baseString);
        byte[] text = Encoding.UTF8.GetBytes(baseString);
        return method switch
        {
            OAuth1SignatureMethod.HmacSha1 => Convert.ToBase64String(HmacSha1(credentials, text)),
            OAuth1SignatureMethod.HmacSha256 => Convert.ToBase64String(HMACSHA256.HashData(Key(credentials), text)),
            OAuth1SignatureMethod.RsaSha1 => Convert.ToBase64String(Rsa(method, credentials, text, HashAlgorithmName.SHA1)),
            OAuth1SignatureMethod.RsaSha256 => Convert.ToBase64String(Rsa(method, credentials, text, HashAlgorithmName.SHA256)),
            OAuth1SignatureMethod.Plaintext => credentials.SigningKey(),
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "No signature method has this value."),
        };
    }

    /// <summary>Refuses credentials that cannot sign this way, before a request is on its way.</summary>
    internal static void RequireUsable(OAuth1SignatureMethod method, OAuth1Credentials credentials)
        => _ = method.UsesPrivateKey() ? PrivateKey(method, credentials) : null;

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The protocol's own method.")]
    private static byte[] HmacSha1(OAuth1Credentials credentials, byte[] text) => HMACSHA1.HashData(Key(credentials), text);

    private static byte[] Key(OAuth1Credentials credentials) => Encoding.ASCII.GetBytes(credentials.SigningKey());

    private static byte[] Rsa(OAuth1SignatureMethod method, OAuth1Credentials credentials, byte[] text, HashAlgorithmName hash)
    {
        RsaPrivateKey key = PrivateKey(method, credentials);
        try
        {
            return key.Sign(text, hash);
        }
        catch (CryptographicException e)
        {
            throw new BitbucketException(
                BitbucketErrorKind.InvalidArgument, $"This machine's cryptography refuses to sign with {method.WireName()}.", e)
            {
                RecommendedAction = "Use another -SignatureMethod, or allow the hash in the system's crypto policy.",
            };
        }
    }

    private static RsaPrivateKey PrivateKey(OAuth1SignatureMethod method, OAuth1Credentials credentials)
        => credentials.PrivateKey ?? throw new BitbucketException(
            BitbucketErrorKind.InvalidArgument, $"{method.WireName()} signs with a private key, and none was given.")
        {
            RecommendedAction = "Pass -PrivateKeyPath with the PEM file of the key whose public half the server knows.",
        };
}
