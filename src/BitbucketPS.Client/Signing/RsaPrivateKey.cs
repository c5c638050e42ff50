using System.Security.Cryptography;

namespace BitbucketPS.Signing;

/// <summary>An RSA private key from a PEM text. Safe for use from many threads at once.</summary>
/// <remarks>
/// Keeps the numbers and makes an RSA object per signature: such objects are not safe to share between threads,
/// and importing costs little beside signing.
/// </remarks>
internal sealed class RsaPrivateKey
{
    // What consumers of that age were given; anything shorter can be factored on a desktop.
    private const int SmallestKey = 1024;

    private readonly RSAParameters _parameters;

    private RsaPrivateKey(RSAParameters parameters) => _parameters = parameters;

    /// <summary>Reads a PEM text: PKCS#8 (<c>PRIVATE KEY</c>) or PKCS#1 (<c>RSA PRIVATE KEY</c>).</summary>
    /// <exception cref="BitbucketException">The text is no such key, or the key is encrypted, broken or too short.</exception>
    public static RsaPrivateKey FromPem(string pem)
    {
        RequirePrivateKey(pem);
        using RSA rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
            RsaPrivateKey key = new(rsa.ExportParameters(includePrivateParameters: true));
            RequireSize(rsa.KeySize);
            key.RequireWhole();
            return key;
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            throw Refuse("The private key is broken, or is not an RSA key.", e);
        }
    }

    /// <summary>Signs with RSASSA-PKCS1-v1_5 (RFC 5849 section 3.4.3).</summary>
    public byte[] Sign(byte[] data, HashAlgorithmName hash)
    {
        using RSA rsa = RSA.Create(_parameters);
        return rsa.SignData(data, hash, RSASignaturePadding.Pkcs1);
    }

    private static void RequirePrivateKey(string pem)
    {
        ReadOnlySpan<char> rest = pem;
        while (PemEncoding.TryFind(rest, out PemFields fields))
        {
            string label = rest[fields.Label].ToString();
            bool encrypted = label.Contains("ENCRYPTED", StringComparison.Ordinal);
            if (encrypted || label is "PRIVATE KEY" or "RSA PRIVATE KEY")
            {
                RequireReadable(encrypted);
                return;
            }

            if (label.EndsWith("PRIVATE KEY", StringComparison.Ordinal))
            {
                throw Refuse($"The private key is an '{label}', not an RSA key in PKCS#1 or PKCS#8 form.");
            }

            rest = rest[fields.Location.End..];
        }

        // The old encrypted form has header lines inside the block, and so is no PEM by RFC 7468.
        RequireReadable(pem.Contains("Proc-Type: 4,ENCRYPTED", StringComparison.Ordinal));
        throw Refuse("The text holds no RSA private key in PEM form.");
    }

    private static void RequireReadable(bool encrypted)
    {
        if (encrypted)
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, "The private key is encrypted with a passphrase.")
            {
                RecommendedAction = "Write a copy without passphrase that only you can read: openssl pkey -in KEY -out COPY",
            };
        }
    }

    private static void RequireSize(int bits)
    {
        if (bits < SmallestKey)
        {
            throw new BitbucketException(
                BitbucketErrorKind.InvalidArgument, $"The private key has {bits} bits; fewer than {SmallestKey} protect nothing.")
            {
                RecommendedAction = "Make a new key, of 2048 bits or more, and give its public half to the server.",
            };
        }
    }

    // Numbers that do not belong together import well and sign wrongly.
    private void RequireWhole()
    {
        byte[] probe = [1, 2, 3];
        using RSA publicHalf = RSA.Create(new RSAParameters { Modulus = _parameters.Modulus, Exponent = _parameters.Exponent });
        if (!publicHalf.VerifyData(probe, Sign(probe, HashAlgorithmName.SHA256), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
        {
            throw Refuse("The private key is broken: what it signs, its public half does not verify.");
        }
    }

    private static BitbucketException Refuse(string message, Exception? innerException = null)
        => new(BitbucketErrorKind.InvalidArgument, message, innerException)
        {
            RecommendedAction = "Pass an RSA key whose file begins with -----BEGIN PRIVATE KEY----- or -----BEGIN RSA PRIVATE KEY-----.",
        };
}
