using BitbucketPS.Signing;

namespace BitbucketPS.Client.Tests.Signing;

/// <summary>The signatures that RFC 5849, OAuth Core 1.0a and the OAuth wiki print.</summary>
public sealed class PublishedVectorTests
{
    // The key of the wiki's "TestCases" page, printed there for everyone.
    private const string WikiKey = """
        -----BEGIN PRIVATE KEY-----
        MIICdgIBADANBgkqhkiG9w0BAQEFAASCAmAwggJcAgEAAoGBALRiMLAh9iimur8V
        A7qVvdqxevEuUkW4K+2KdMXmnQbG9Aa7k7eBjK1S+0LYmVjPKlJGNXHDGuy5Fw/d
        7rjVJ0BLB+ubPK8iA/Tw3hLQgXMRRGRXXCn8ikfuQfjUS1uZSatdLB81mydBETlJ
        hI6GH4twrbDJCR2Bwy/XWXgqgGRzAgMBAAECgYBYWVtleUzavkbrPjy0T5FMou8H
        X9u2AC2ry8vD/l7cqedtwMPp9k7TubgNFo+NGvKsl2ynyprOZR1xjQ7WgrgVB+mm
        uScOM/5HVceFuGRDhYTCObE+y1kxRloNYXnx3ei1zbeYLPCHdhxRYW7T0qcynNmw
        rn05/KO2RLjgQNalsQJBANeA3Q4Nugqy4QBUCEC09SqylT2K9FrrItqL2QKc9v0Z
        zO2uwllCbg0dwpVuYPYXYvikNHHg+aCWF+VXsb9rpPsCQQDWR9TT4ORdzoj+Nccn
        qkMsDmzt0EfNaAOwHOmVJ2RVBspPcxt5iN4HI7HNeG6U5YsFBb+/GZbgfBT3kpNG
        WPTpAkBI+gFhjfJvRw38n3g/+UeAkwMI2TJQS4n8+hid0uus3/zOjDySH3XHCUno
        cn1xOJAyZODBo47E+67R4jV1/gzbAkEAklJaspRPXP877NssM5nAZMU0/O/NGCZ+
        3jPgDUno6WbJn5cqm8MqWhW1xGkImgRk+fkDBquiq4gPiT898jusgQJAd5Zrr6Q8
        AO/0isr/3aa6O6NLQxISLKcPDk2NOccAfS/xOtfOz4sJYM3+Bs4Io9+dZGSDCA54
        Lw03eHTNQghS0A==
        -----END PRIVATE KEY-----
        """;

    private static readonly OAuth1Credentials s_printer = new("dpf43f3p2l4k3l03", "kd94hf93k423kf44");

    [Fact]
    public void BaseString_Rfc5849Section3411_EqualsThePrinted()
    {
        string text = Section3411();

        Assert.Equal(
            "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26"
                + "c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26"
                + "oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7",
            text);
    }

    [Fact]
    public void Signature_Rfc5849Section31_EqualsErratum2550()
    {
        // The RFC prints bYT5CMsGcbgUdFHObYMEfcx6bsw=, which verified erratum 2550 corrects.
        OAuth1Credentials credentials = new OAuth1Credentials("9djdj82h48djs9d2", "j49sk3j29djd").WithToken("kkk9d7dh3k39sjv7", "dh893hdasih9");

        string signature = OAuth1Signature.Compute(OAuth1SignatureMethod.HmacSha1, credentials, Section3411());

        Assert.Equal("r6/TJjbCOr97/+UU0NsvSne7s5g=", signature);
    }

    [Fact]
    public void Signature_Rfc5849Section12Initiate_EqualsThePrinted()
    {
        string text = OAuth1BaseString.Create("POST", new Uri("https://photos.example.net/initiate"), Parameters(
            ("oauth_consumer_key", "dpf43f3p2l4k3l03"),
            ("oauth_signature_method", "HMAC-SHA1"),
            ("oauth_timestamp", "137131200"),
            ("oauth_nonce", "wIjqoS"),
            ("oauth_callback", "http://printer.example.com/ready")));

        Assert.Equal("74KNZJeDHnMBp0EMJ9ZHt/XKycU=", OAuth1Signature.Compute(OAuth1SignatureMethod.HmacSha1, s_printer, text));
    }

    [Fact]
    public void Signature_Rfc5849Section12Token_EqualsThePrinted()
    {
        string text = OAuth1BaseString.Create("POST", new Uri("https://photos.example.net/token"), Parameters(
            ("oauth_consumer_key", "dpf43f3p2l4k3l03"),
            ("oauth_token", "hh5s93j4hdidpola"),
            ("oauth_signature_method", "HMAC-SHA1"),
            ("oauth_timestamp", "137131201"),
            ("oauth_nonce", "walatlh"),
            ("oauth_verifier", "hfdp7dh39dks9884")));

        string signature = OAuth1Signature.Compute(
            OAuth1SignatureMethod.HmacSha1, s_printer.WithToken("hh5s93j4hdidpola", "hdhd0244k9j7ao03"), text);

        Assert.Equal("gKgrFCywp7rO0OXSjdot/IHF7IU=", signature);
    }

    [Fact]
    public void Signature_Rfc5849Section12Resource_EqualsThePrinted()
    {
        string text = OAuth1BaseString.Create("GET", new Uri("http://photos.example.net/photos?file=vacation.jpg&size=original"), Parameters(
            ("oauth_consumer_key", "dpf43f3p2l4k3l03"),
            ("oauth_token", "nnch734d00sl2jdk"),
            ("oauth_signature_method", "HMAC-SHA1"),
            ("oauth_timestamp", "137131202"),
            ("oauth_nonce", "chapoH")));

        string signature = OAuth1Signature.Compute(
            OAuth1SignatureMethod.HmacSha1, s_printer.WithToken("nnch734d00sl2jdk", "pfkkdhi9sl3r4s00"), text);

        Assert.Equal("MdpQcU8iPSUjWoN/UDMsK2sui9I=", signature);
    }

    [Fact]
    public void Signature_CoreAppendixA5_EqualsThePrinted()
    {
        string text = OAuth1BaseString.Create("GET", new Uri("http://photos.example.net/photos?file=vacation.jpg&size=original"), Parameters(
            ("oauth_consumer_key", "dpf43f3p2l4k3l03"),
            ("oauth_token", "nnch734d00sl2jdk"),
            ("oauth_signature_method", "HMAC-SHA1"),
            ("oauth_timestamp", "1191242096"),
            ("oauth_nonce", "kllo9940pd9333jh"),
            ("oauth_version", "1.0")));

        Assert.Equal(
            "GET&http%3A%2F%2Fphotos.example.net%2Fphotos&file%3Dvacation.jpg%26oauth_consumer_key%3Ddpf43f3p2l4k3l03%26"
                + "oauth_nonce%3Dkllo9940pd9333jh%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D1191242096%26"
                + "oauth_token%3Dnnch734d00sl2jdk%26oauth_version%3D1.0%26size%3Doriginal",
            text);
        string signature = OAuth1Signature.Compute(
            OAuth1SignatureMethod.HmacSha1, s_printer.WithToken("nnch734d00sl2jdk", "pfkkdhi9sl3r4s00"), text);
        Assert.Equal("tR3+Ty81lMeYAr/Fid0kMTYa/WM=", signature);
    }

    [Fact]
    public void Signature_CoreAppendixA2AndA4Plaintext_EqualsThePrinted()
    {
        Assert.Equal("kd94hf93k423kf44&", OAuth1Signature.Compute(OAuth1SignatureMethod.Plaintext, s_printer, ""));
        Assert.Equal(
            "kd94hf93k423kf44&hdhd0244k9j7ao03",
            OAuth1Signature.Compute(OAuth1SignatureMethod.Plaintext, s_printer.WithToken("hh5s93j4hdidpola", "hdhd0244k9j7ao03"), ""));
    }

    [Fact]
    public void Signature_WikiRsaSha1_EqualsThePrinted()
    {
        // "vacaction" is how the page spells it.
        string text = OAuth1BaseString.Create("GET", new Uri("http://photos.example.net/photos?file=vacaction.jpg&size=original"), Parameters(
            ("oauth_consumer_key", "dpf43f3p2l4k3l03"),
            ("oauth_signature_method", "RSA-SHA1"),
            ("oauth_version", "1.0"),
            ("oauth_timestamp", "1196666512"),
            ("oauth_nonce", "13917289812797014437")));

        Assert.Equal(
            "jvTp/wX1TYtByB1m+Pbyo0lnCOLIsyGCH7wke8AUs3BpnwZJtAuEJkvQL2/9n4s5wUmUl4aCI4BwpraNx4RtEXMe5qg5T1LVTGliMRpKasKsW//e+Rin"
                + "hejgCuzoH26dyF8iY2ZZ/5D1ilgeijhV/vBka5twt399mXwaYdCwFYE=",
            OAuth1Signature.Compute(OAuth1SignatureMethod.RsaSha1, s_printer.WithPrivateKey(WikiKey), text));
    }

    [Theory]
    [InlineData("cs", "", "cs&")]
    [InlineData("cs", "ts", "cs&ts")]
    public void Signature_WikiHmacSha1_EqualsThePrinted(string consumerSecret, string tokenSecret, string plaintext)
    {
        OAuth1Credentials credentials = new OAuth1Credentials("key", consumerSecret).WithToken("token", tokenSecret);

        Assert.Equal(plaintext, OAuth1Signature.Compute(OAuth1SignatureMethod.Plaintext, credentials, "bs"));
        Assert.Equal(
            tokenSecret.Length == 0 ? "egQqG5AJep5sJ7anhXju1unge2I=" : "VZVjXceV7JgPq/dOTnNmEfO0Fv8=",
            OAuth1Signature.Compute(OAuth1SignatureMethod.HmacSha1, credentials, "bs"));
    }

    private static string Section3411()
        => OAuth1BaseString.Create(
            "post",
            new Uri("http://EXAMPLE.COM:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b"),
            Parameters(
                ("oauth_consumer_key", "9djdj82h48djs9d2"),
                ("oauth_token", "kkk9d7dh3k39sjv7"),
                ("oauth_signature_method", "HMAC-SHA1"),
                ("oauth_timestamp", "137131201"),
                ("oauth_nonce", "7d8f3e4a"),
                ("oauth_signature", "bYT5CMsGcbgUdFHObYMEfcx6bsw=")),
            "c2&a3=2+q"u8);

    private static KeyValuePair<string, string>[] Parameters(params (string Name, string Value)[] pairs)
        => [.. pairs.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))];
}
