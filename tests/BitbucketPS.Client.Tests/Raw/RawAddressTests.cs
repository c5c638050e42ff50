using BitbucketPS.Client.Tests.Http;

namespace BitbucketPS.Client.Tests.Raw;

public sealed class RawAddressTests
{
    [Theory]
    [InlineData("/user", "/2.0/user")]
    [InlineData("user", "/2.0/user")]
    [InlineData("", "/2.0/")]
    [InlineData("/", "/2.0/")]
    [InlineData("/2.0/user", "/2.0/user")]
    [InlineData("2.0/user", "/2.0/user")]
    [InlineData("/2.0", "/2.0")]
    [InlineData("/2.0?x=1", "/2.0?x=1")]
    [InlineData("/1.0/groups/acme", "/1.0/groups/acme")]
    [InlineData("/3.1/x", "/3.1/x")]
    [InlineData("/2.0x/user", "/2.0/2.0x/user")]
    [InlineData("/10.0/user", "/2.0/10.0/user")]
    [InlineData("/repositories/acme/web/src/2.0/a", "/2.0/repositories/acme/web/src/2.0/a")]
    [InlineData("user?fields=uuid", "/2.0/user?fields=uuid")]
    [InlineData("?page=2", "/2.0/?page=2")]
    public Task Send_Path_HasItsVersion(string path, string expected) => Leads(path, expected);

    [Theory]
    [InlineData("/repositories/acme/a b", "/2.0/repositories/acme/a%20b")]
    [InlineData("/repositories/{acme}/{1-2}", "/2.0/repositories/%7Bacme%7D/%7B1-2%7D")]
    [InlineData("/x/größe/🚀", "/2.0/x/gr%C3%B6%C3%9Fe/%F0%9F%9A%80")]
    [InlineData("/x/u\u0308", "/2.0/x/u%CC%88")]
    [InlineData("/x/a%2Fb%20c", "/2.0/x/a%2Fb%20c")]
    [InlineData("/x/%7Bacme%7D", "/2.0/x/%7Bacme%7D")]
    [InlineData("/x/%e2%82%ac", "/2.0/x/%E2%82%AC")]
    [InlineData("/x/#1", "/2.0/x/%231")]
    [InlineData("/x/a\\b", "/2.0/x/a%5Cb")]
    [InlineData("/x/\"<>^`|[]", "/2.0/x/%22%3C%3E%5E%60%7C%5B%5D")]
    [InlineData("/x/-._~!$&'()*+,;=:@", "/2.0/x/-._~!$&'()*+,;=:@")]
    [InlineData("/x\r\nHost: evil", "/2.0/x%0D%0AHost:%20evil")]
    [InlineData("/x?q=name ~ \"a b\"", "/2.0/x?q=name%20~%20%22a%20b%22")]
    [InlineData("/x?q=a%26b+c&fields=%2Bvalues.x&y=/?", "/2.0/x?q=a%26b+c&fields=%2Bvalues.x&y=/?")]
    public Task Send_Path_IsEncodedWhereItHasToBe(string path, string expected) => Leads(path, expected);

    [Theory]
    [InlineData("//evil.example/x", "/2.0//evil.example/x")]
    [InlineData("/\\evil.example/x", "/2.0/%5Cevil.example/x")]
    [InlineData("\\\\evil.example\\x", "/2.0/%5C%5Cevil.example%5Cx")]
    [InlineData("@evil.example/x", "/2.0/@evil.example/x")]
    [InlineData(":8443/x", "/2.0/:8443/x")]
    [InlineData(".evil.example/x", "/2.0/.evil.example/x")]
    [InlineData("ftp://evil.example/x", "/2.0/ftp://evil.example/x")]
    [InlineData("javascript:alert(1)", "/2.0/javascript:alert(1)")]
    public Task Send_PathThatLooksLikeAServer_StaysAtHome(string path, string expected) => Leads(path, expected);

    [Theory]
    [InlineData("https://api.bitbucket.org/2.0/user?x=%2F", "/2.0/user?x=%2F")]
    [InlineData("HTTPS://API.BITBUCKET.ORG:443/2.0/user", "/2.0/user")]
    [InlineData("https://api.bitbucket.org/1.0/groups", "/1.0/groups")]
    [InlineData("https://api.bitbucket.org/internal/x", "/internal/x")]
    [InlineData("https://api.bitbucket.org/2.0/{acme}", "/2.0/%7Bacme%7D")]
    public Task Send_AddressOnTheServer_IsTaken(string path, string expected) => Leads(path, expected);

    [Theory]
    [InlineData("https://bitbucket.org/api/2.0/user", "/api/2.0/user")]
    [InlineData("https://bitbucket.org/!api/2.0/user", "/!api/2.0/user")]
    [InlineData("https://bitbucket.org/x", "/x")]
    [InlineData("https://bitbucket.org", "/")]
    [InlineData("/user", "/api/2.0/user")]
    public async Task Send_ServerWithPathPrefix_TakesTheWholeServersAddresses(string path, string expected)
    {
        ScriptedTransport transport = new(Answers.Json("{}"));
        using BitbucketClient client = transport.CreateClient(baseUri: "https://bitbucket.org/api");

        using HttpResponseMessage response = await client.GetAsync(path);

        Assert.Equal($"GET https://bitbucket.org{expected}", Assert.Single(transport.Lines));
    }

    [Theory]
    [InlineData("https://evil.example/2.0/user")]
    [InlineData("https://api.bitbucket.org.evil.example/2.0/user")]
    [InlineData("https://api.bitbucket.org:8443/2.0/user")]
    [InlineData("https://api.bitbucket.org@evil.example/2.0/user")]
    [InlineData("http://api.bitbucket.org/2.0/user")]
    [InlineData("http://127.0.0.1/2.0/user")]
    public async Task Send_AnotherServer_IsRefusedAndNothingSent(string path)
    {
        ScriptedTransport transport = new();
        using BitbucketClient client = transport.CreateClient(new CountingSigner());

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(() => client.GetAsync(path));

        Assert.Equal(BitbucketErrorKind.InvalidArgument, error.Kind);
        Assert.Contains("https://api.bitbucket.org", error.Message, StringComparison.Ordinal);
        Assert.Empty(transport.Requests);
    }

    [Fact]
    public async Task Send_AnotherServerWithSecrets_DoesNotQuoteThem()
    {
        using BitbucketClient client = new ScriptedTransport().CreateClient();

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(
            () => client.GetAsync("https://ada:s3cr3t@evil.example/x?token=s3cr3t#s3cr3t"));

        Assert.Contains("https://evil.example/x", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/../..")]
    [InlineData("/../../x")]
    [InlineData("../../../../x")]
    [InlineData("/%2e%2e/%2E%2e/x")]
    [InlineData("/../../apivil/x")]
    [InlineData("/2.0/../../x")]
    public async Task Send_PathThatClimbsOut_IsRefused(string path)
    {
        ScriptedTransport transport = new();
        using BitbucketClient client = transport.CreateClient(new CountingSigner(), "https://bitbucket.org/api");

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(() => client.GetAsync(path));

        Assert.Equal(BitbucketErrorKind.InvalidArgument, error.Kind);
        Assert.Empty(transport.Requests);
    }

    [Theory]
    [InlineData("/../..", "/")]
    [InlineData("/../../x", "/x")]
    [InlineData("/user/../users", "/2.0/users")]
    public Task Send_PathThatClimbsWithinTheServer_StaysThere(string path, string expected) => Leads(path, expected);

    private static async Task Leads(string path, string expected)
    {
        ScriptedTransport transport = new(Answers.Json("{}"));
        using BitbucketClient client = transport.CreateClient();

        using HttpResponseMessage response = await client.GetAsync(path);

        Assert.Equal($"GET https://api.bitbucket.org{expected}", Assert.Single(transport.Lines));
    }
}
