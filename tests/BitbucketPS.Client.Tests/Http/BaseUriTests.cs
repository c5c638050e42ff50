using System.Net;

namespace BitbucketPS.Client.Tests.Http;

public sealed class BaseUriTests
{
    [Theory]
    [InlineData("https://api.bitbucket.org", "https://api.bitbucket.org/2.0/user")]
    [InlineData("https://api.bitbucket.org/", "https://api.bitbucket.org/2.0/user")]
    [InlineData("https://API.Bitbucket.Org", "https://api.bitbucket.org/2.0/user")]
    [InlineData("https://bitbucket.org/api", "https://bitbucket.org/api/2.0/user")]
    [InlineData("https://bitbucket.org/api/", "https://bitbucket.org/api/2.0/user")]
    [InlineData("https://git.example:8443/a/b//", "https://git.example:8443/a/b/2.0/user")]
    [InlineData("http://127.0.0.1:7990", "http://127.0.0.1:7990/2.0/user")]
    [InlineData("http://127.9.9.9", "http://127.9.9.9/2.0/user")]
    [InlineData("http://[::1]:7990/", "http://[::1]:7990/2.0/user")]
    [InlineData("http://LOCALHOST", "http://localhost/2.0/user")]
    public async Task Request_BaseUri_LeadsToTheAddress(string baseUri, string expected)
    {
        ScriptedTransport transport = new(Answers.Json("{}"), Answers.Json("{}"));
        using BitbucketClient client = transport.CreateClient(baseUri: baseUri);

        await client.GetUserAsync();
        using HttpResponseMessage response = await client.GetAsync("/user");

        Assert.Equal([$"GET {expected}", $"GET {expected}"], transport.Lines);
    }

    [Theory]
    [InlineData("https://bitbucket.org/api/", "https://bitbucket.org/api")]
    [InlineData("https://bitbucket.org/api", "https://bitbucket.org/api")]
    public void BaseUri_TrailingSlash_IsCut(string baseUri, string expected)
    {
        using BitbucketClient client = new ScriptedTransport().CreateClient(baseUri: baseUri);

        Assert.Equal(expected, client.BaseUri.AbsoluteUri);
    }

    [Fact]
    public void BaseUri_ByDefault_IsTheCloud()
    {
        using ScriptedTransport transport = new();
        using BitbucketClient client = new(new() { Transport = transport });

        Assert.Equal("https://api.bitbucket.org/", client.BaseUri.AbsoluteUri);
    }

    [Theory]
    [InlineData("http://api.bitbucket.org")]
    [InlineData("http://10.0.0.1")]
    [InlineData("http://0.0.0.0")]
    [InlineData("http://localhost.evil.example")]
    [InlineData("http://127.0.0.1.evil.example")]
    [InlineData("http://[fe80::1]")]
    public void Create_PlainHttpElsewhere_IsRefusedAsInsecure(string baseUri)
    {
        BitbucketException error = Refusal(new Uri(baseUri));

        Assert.Equal(BitbucketErrorKind.InsecureAddress, error.Kind);
        Assert.Contains("BaseUri", error.Message, StringComparison.Ordinal);
        Assert.Contains("https", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://api.bitbucket.org?x=secret")]
    [InlineData("https://user:secret@api.bitbucket.org")]
    [InlineData("https://secret@api.bitbucket.org")]
    [InlineData("https://api.bitbucket.org#secret")]
    [InlineData("ftp://api.bitbucket.org/secret")]
    [InlineData("file:///secret")]
    [InlineData("api.bitbucket.org/secret")]
    public void Create_NoServerAddress_IsRefusedWithoutQuotingIt(string baseUri)
    {
        BitbucketException error = Refusal(new Uri(baseUri, UriKind.RelativeOrAbsolute));

        Assert.Equal(BitbucketErrorKind.InvalidArgument, error.Kind);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirect_FromPathPrefix_IsSignedOnTheWholeServer()
    {
        ScriptedTransport transport = new(
            Answers.Redirect(HttpStatusCode.Found, "https://bitbucket.org/!api/2.0/user"),
            Answers.Empty(HttpStatusCode.OK));
        using BitbucketClient client = transport.CreateClient(new CountingSigner(), "https://bitbucket.org/api");

        using HttpResponseMessage response = await client.GetAsync();

        Assert.Equal("Count 2", transport.Requests[1].Authorization);
    }

    private static BitbucketException Refusal(Uri baseUri)
    {
        using ScriptedTransport transport = new();
        return Assert.Throws<BitbucketException>(() => new BitbucketClient(new() { BaseUri = baseUri, Transport = transport }));
    }
}
