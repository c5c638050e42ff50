using System.Security.Cryptography;
using System.Text.Json;
using BitbucketPS.Signing;

namespace BitbucketPS.Client.Tests.Signing;

public sealed class OAuth1CredentialsTests
{
    private static readonly OAuth1Credentials s_consumer = new("the-key", "MARKED-consumer-secret");

    [Fact]
    public void ToString_AndSerialised_ShowNoSecret()
    {
        using RSA rsa = RSA.Create(1024);
        string pem = rsa.ExportPkcs8PrivateKeyPem();
        OAuth1Credentials credentials = s_consumer.WithToken("MARKED-token", "MARKED-token-secret").WithPrivateKey(pem);
        OAuth1Signer signer = new(credentials);

        string shown = $"{credentials} {JsonSerializer.Serialize(credentials)} {JsonSerializer.Serialize(signer)}";

        Assert.DoesNotContain("MARKED", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(pem[40..60], shown, StringComparison.Ordinal);
        Assert.Contains("the-key", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutToken_KeepsTheConsumer()
    {
        OAuth1Credentials credentials = s_consumer.WithToken("t", "s").WithoutToken();

        Assert.False(credentials.HasToken);
        Assert.Null(credentials.RevealToken());
        Assert.Equal("", credentials.RevealTokenSecret());
        Assert.Equal("MARKED-consumer-secret", credentials.RevealConsumerSecret());
    }

    [Fact]
    public void Constructor_EmptyKeyOrToken_Refuses()
    {
        Assert.Equal(BitbucketErrorKind.InvalidArgument, Assert.Throws<BitbucketException>(() => new OAuth1Credentials("", "s")).Kind);
        Assert.Equal(BitbucketErrorKind.InvalidArgument, Assert.Throws<BitbucketException>(() => s_consumer.WithToken("", "s")).Kind);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WithPrivateKey_EitherPemForm_Signs(bool pkcs1)
    {
        using RSA rsa = RSA.Create(2048);
        string pem = "Bag Attributes\n" + (pkcs1 ? rsa.ExportRSAPrivateKeyPem() : rsa.ExportPkcs8PrivateKeyPem()).ReplaceLineEndings("\r\n");

        string signature = OAuth1Signature.Compute(OAuth1SignatureMethod.RsaSha256, s_consumer.WithPrivateKey(pem), "text");

        Assert.True(rsa.VerifyData("text"u8, Convert.FromBase64String(signature), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Fact]
    public void WithPrivateKey_NoUsableKey_SaysWhatItIs()
    {
        using RSA rsa = RSA.Create(1024);
        using RSA small = RSA.Create(512);
        using ECDsa curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        string good = rsa.ExportPkcs8PrivateKeyPem();

        AssertRefused("no RSA private key in PEM", "");
        AssertRefused("no RSA private key in PEM", "MARKED");
        AssertRefused("no RSA private key in PEM", rsa.ExportSubjectPublicKeyInfoPem());
        AssertRefused("encrypted", rsa.ExportEncryptedPkcs8PrivateKeyPem("MARKED", new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1)));
        AssertRefused("encrypted", "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: DES-CBC,E6\n\nQUJD\n-----END RSA PRIVATE KEY-----");
        AssertRefused("'OPENSSH PRIVATE KEY'", "-----BEGIN OPENSSH PRIVATE KEY-----\nQUJD\n-----END OPENSSH PRIVATE KEY-----");
        AssertRefused("'EC PRIVATE KEY'", curve.ExportECPrivateKeyPem());
        AssertRefused("not an RSA key", curve.ExportPkcs8PrivateKeyPem());
        AssertRefused("broken", "-----BEGIN PRIVATE KEY-----\nQUJD\n-----END PRIVATE KEY-----");
        AssertRefused("broken", new string(PemEncoding.Write("RSA PRIVATE KEY", Mixed(rsa))));
        AssertRefused("512 bits", small.ExportPkcs8PrivateKeyPem());
        AssertRefused("broken", good + "\n" + good);
    }

    [Fact]
    public void Compute_RsaWithoutKey_SaysSo()
    {
        BitbucketException e = Assert.Throws<BitbucketException>(() => new OAuth1Signer(s_consumer, OAuth1SignatureMethod.RsaSha1));

        Assert.Equal(BitbucketErrorKind.InvalidArgument, e.Kind);
        Assert.Contains("RSA-SHA1", e.Message, StringComparison.Ordinal);
        Assert.Contains("-PrivateKeyPath", e.RecommendedAction, StringComparison.Ordinal);
    }

    // One key's modulus with another's private numbers.
    private static byte[] Mixed(RSA rsa)
    {
        using RSA other = RSA.Create(1024);
        byte[] der = rsa.ExportRSAPrivateKey();
        RSAParameters own = rsa.ExportParameters(includePrivateParameters: true);
        RSAParameters foreign = other.ExportParameters(includePrivateParameters: true);
        Replace(der, own.D, foreign.D);
        Replace(der, own.DP, foreign.DP);
        return der;
    }

    // DER leaves out the zeros that a number begins with, which one key in some hundred has.
    private static void Replace(byte[] der, ReadOnlySpan<byte> number, ReadOnlySpan<byte> other)
    {
        ReadOnlySpan<byte> digits = number.TrimStart((byte)0);
        other[^digits.Length..].CopyTo(der.AsSpan(der.AsSpan().IndexOf(digits)));
    }

    private static void AssertRefused(string reason, string pem)
    {
        BitbucketException e = Assert.Throws<BitbucketException>(() => s_consumer.WithPrivateKey(pem));

        Assert.Equal(BitbucketErrorKind.InvalidArgument, e.Kind);
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
        Assert.NotNull(e.RecommendedAction);
        Assert.DoesNotContain("MARKED", e.ToString(), StringComparison.Ordinal);
    }
}
