namespace BitbucketPS.Sandbox.Tests;

public class SignatureBaseStringTests
{
    /// <summary>The request of RFC 5849 section 3.4.1.1, and the string it prints.</summary>
    [Fact]
    public void Example_of_the_RFC_gives_its_base_string()
    {
        OAuthParameter[] parameters =
        [
            .. OAuthParameter.ParseHeader(
                """
                realm="Example",
                """
                + """
                 oauth_consumer_key="9djdj82h48djs9d2", oauth_token="kkk9d7dh3k39sjv7", oauth_signature_method="HMAC-SHA1",
                """
                + """
                 oauth_timestamp="137131201", oauth_nonce="7d8f3e4a", oauth_signature="bYT5CMsGcbgUdFHObYMEfcx6bsw%3D"
                """),
            .. OAuthParameter.ParseForm("b5=%3D%253D&a3=a&c%40=&a2=r%20b"),
            .. OAuthParameter.ParseForm("c2&a3=2+q"),
        ];

        string actual = SignatureBaseString.Create("post", "http", "EXAMPLE.COM:80", "/request", parameters);

        Assert.Equal(
            "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D"
            + "%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a"
            + "%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7",
            actual);
    }

    [Theory]
    [InlineData("http", "EXAMPLE.com:80", "/r%20v/X", "http://example.com/r%20v/X")]
    [InlineData("HTTP", "example.com:8080", "/", "http://example.com:8080/")]
    [InlineData("https", "www.example.net:443", "", "https://www.example.net/")]
    [InlineData("https", "www.example.net:80", "/a", "https://www.example.net:80/a")]
    [InlineData("http", "example.com:443", "/a", "http://example.com:443/a")]
    public void Address_follows_section_3_4_1_2(string scheme, string host, string path, string address)
        => Assert.Equal("GET&" + Uri.EscapeDataString(address) + "&", SignatureBaseString.Create("GET", scheme, host, path, []));
}
