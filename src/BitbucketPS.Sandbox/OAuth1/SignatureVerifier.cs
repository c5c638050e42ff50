using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace BitbucketPS.Sandbox;

/// <summary>Checks signatures of the five methods (RFC 5849 section 3.4, and their SHA-256 siblings).</summary>
internal static class SignatureVerifier
{
    /// <summary>Whether a consumer can use a method: RSA needs a public key that was registered.</summary>
    public static bool IsKnown(string method, ConsumerRegistration consumer) => method switch
    {
        "HMAC-SHA1" or "HMAC-SHA256" or "PLAINTEXT" => true,
        "RSA-SHA1" or "RSA-SHA256" => consumer.RsaPublicKey is not null,
        _ => false,
    };

    /// <summary>Whether a signature is the one that these secrets give.</summary>
    /// <param name="method">A known one.</param>
    /// <param name="signature">As the client sent it, decoded from the request.</param>
    /// <param name="baseString">See <see cref="SignatureBaseString"/>.</param>
    /// <param name="consumer">Who signed.</param>
    /// <param name="tokenSecret">Empty without a token.</param>
    [SuppressMessage("Security", "CA5350", Justification = "HMAC-SHA1 is what RFC 5849 defines and its clients use.")]
    public static bool Verify(
        string method, string signature, string baseString, ConsumerRegistration consumer, string tokenSecret)
    {
        string key = $"{PercentCoding.Encode(consumer.Secret)}&{PercentCoding.Encode(tokenSecret)}";
        byte[] keyBytes = Encoding.ASCII.GetBytes(key);
        byte[] text = Encoding.ASCII.GetBytes(baseString);

        // Compared as text, so that a signature with stray white space or missing padding is a wrong one.
        return method switch
        {
            "PLAINTEXT" => SecretText.AreEqual(key, signature),
            "HMAC-SHA1" => SecretText.AreEqual(Convert.ToBase64String(HMACSHA1.HashData(keyBytes, text)), signature),
            "HMAC-SHA256" => SecretText.AreEqual(Convert.ToBase64String(HMACSHA256.HashData(keyBytes, text)), signature),
            "RSA-SHA1" => VerifyRsa(consumer.RsaPublicKey, HashAlgorithmName.SHA1, text, signature),
            "RSA-SHA256" => VerifyRsa(consumer.RsaPublicKey, HashAlgorithmName.SHA256, text, signature),
            _ => false,
        };
    }

    private static bool VerifyRsa(string? publicKey, HashAlgorithmName hash, byte[] text, string signature)
    {
        byte[] bytes = new byte[signature.Length];
        if (!Convert.TryFromBase64String(signature, bytes, out int count)
            || !string.Equals(Convert.ToBase64String(bytes, 0, count), signature, StringComparison.Ordinal))
        {
            return false;
        }

        using RSA rsa = RSA.Create();
        rsa.ImportFromPem(publicKey);
        return rsa.VerifyData(text, bytes.AsSpan(0, count), hash, RSASignaturePadding.Pkcs1);
    }
}
