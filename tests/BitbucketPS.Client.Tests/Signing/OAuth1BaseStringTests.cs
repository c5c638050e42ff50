using BitbucketPS.Signing;
using FsCheck;
using FsCheck.Fluent;

namespace BitbucketPS.Client.Tests.Signing;

public sealed class OAuth1BaseStringTests
{
    [Theory]
    [InlineData("http://EXAMPLE.com:80/r%20v/X?id=123", "http://example.com/r%20v/X")] // RFC 5849 section 3.4.1.2
    [InlineData("https://www.example.net:8080/?q=1", "https://www.example.net:8080/")] // RFC 5849 section 3.4.1.2
    [InlineData("HTTPS://Example.com:443", "https://example.com/")]
    [InlineData("https://example.com:80/", "https://example.com:80/")]
    [InlineData("http://example.com:443/", "http://example.com:443/")]
    [InlineData("http://[::1]:8080/a", "http://[::1]:8080/a")]
    [InlineData("http://user:word@example.com/a#part", "http://example.com/a")]
    [InlineData("http://bücher.example/", "http://xn--bcher-kva.example/")]
    [InlineData("http://example.com/a%2Fb/%C3%A9;x=1/~c", "http://example.com/a%2Fb/%C3%A9;x=1/~c")]
    public void Create_Address_IsNormalisedAsTheRfcSays(string address, string resource)
        => Assert.Equal($"GET&{Uri.EscapeDataString(resource)}", Create(address)[..(4 + Uri.EscapeDataString(resource).Length)]);

    [Theory]
    [InlineData("", "")]
    [InlineData("?", "")]
    [InlineData("?a", "a=")]
    [InlineData("?a=", "a=")]
    [InlineData("?=a", "=a")]
    [InlineData("??a=1", "%3Fa=1")]
    [InlineData("?&a=1&&b=2&", "a=1&b=2")]
    [InlineData("?a=1=2", "a=1%3D2")]
    [InlineData("?b=2&a=2&a=1&a=10&A=0", "A=0&a=1&a=10&a=2&b=2")]
    [InlineData("?a=x+y&b=x%20y&c=x%2By", "a=x%20y&b=x%20y&c=x%2By")]
    [InlineData("?a=%c3%A9&b=e%CC%81", "a=%C3%A9&b=e%CC%81")]
    [InlineData("?a=é&b=e\u0301", "a=%C3%A9&b=e%CC%81")]
    [InlineData("?a=%FF%00", "a=%FF%00")]
    [InlineData("?a=100%&b=%zz&c=%4", "a=100%25&b=%25zz&c=%254")]
    [InlineData("?a=-._~!*'()", "a=-._~%21%2A%27%28%29")]
    [InlineData("?realm=r&oauth_signature=s&oauth_x=y", "oauth_x=y&realm=r")]
    [InlineData("?a%5B0%5D=1&a[1]=2&a=3", "a=3&a%5B0%5D=1&a%5B1%5D=2")]
    public void Create_Query_IsDecodedEncodedAndSorted(string query, string parameters)
        => Assert.Equal($"GET&http%3A%2F%2Fexample.com%2F&{Uri.EscapeDataString(parameters)}", Create("http://example.com/" + query));

    [Fact]
    public void Create_HostHeader_WinsOverTheAddress()
    {
        string text = OAuth1BaseString.Create("GET", new Uri("https://10.0.0.1:8443/"), [], hostHeader: "Bitbucket.Example.com:443");

        Assert.Equal("GET&https%3A%2F%2Fbitbucket.example.com%2F&", text);
    }

    [Fact]
    public void Create_HalfASurrogatePair_IsTheReplacementCharacter()
        => Assert.EndsWith("a%3D%25EF%25BF%25BD", OAuth1BaseString.Create("GET", new Uri("http://example.com/"), [new("a", "\ud83d")]), StringComparison.Ordinal);

    [Fact]
    public void Create_AnyParameter_IsEncodedStrictly() => Prop.ForAll<NonNull<string>, NonNull<string>>((name, value) =>
    {
        string[] pieces = OAuth1BaseString.Create("PUT", new Uri("http://example.com/"), [new("n" + name.Get, value.Get)]).Split('&');
        string pair = Uri.UnescapeDataString(pieces[2]);
        return pieces.Length == 3
            && pieces[2].Replace("%25", "", StringComparison.Ordinal).All(letter => char.IsAsciiLetterOrDigit(letter) || "-._~%".Contains(letter, StringComparison.Ordinal))
            && string.Equals(pair, $"n{Uri.EscapeDataString(name.Get)}={Uri.EscapeDataString(value.Get)}", StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Create_AnyOrderAndPlace_GivesTheSame() => Prop.ForAll<string[]>(names =>
    {
        KeyValuePair<string, string>[] pairs = [.. names.Select((name, i) => KeyValuePair.Create("n" + name, $"{i % 3}"))];
        Uri address = new("http://example.com/");
        string form = string.Join('&', pairs.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={pair.Value}"));
        string one = OAuth1BaseString.Create("PUT", address, pairs);
        return string.Equals(one, OAuth1BaseString.Create("PUT", address, pairs.Reverse()), StringComparison.Ordinal)
            && string.Equals(one, OAuth1BaseString.Create("PUT", address, [], System.Text.Encoding.ASCII.GetBytes(form)), StringComparison.Ordinal)
            && string.Equals(one, OAuth1BaseString.Create("PUT", new Uri(address, "?" + form), []), StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();

    private static string Create(string address) => OAuth1BaseString.Create("GET", new Uri(address), []);
}
