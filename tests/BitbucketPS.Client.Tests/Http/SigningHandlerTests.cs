using System.Net;
using System.Text;

namespace BitbucketPS.Client.Tests.Http;

public sealed class SigningHandlerTests
{
    [Fact]
    public async Task Send_EachRequest_IsSignedForItself()
    {
        ScriptedTransport transport = new(Answers.Empty(HttpStatusCode.OK), Answers.Empty(HttpStatusCode.OK));
        using BitbucketClient client = transport.CreateClient(new CountingSigner());

        using HttpResponseMessage first = await client.GetAsync();
        using HttpResponseMessage second = await client.GetAsync();

        Assert.Equal(["Count 1", "Count 2"], transport.Requests.Select(request => request.Authorization));
    }

    [Fact]
    public async Task Send_WithoutSigner_HasNoAuthorization()
    {
        ScriptedTransport transport = new(Answers.Empty(HttpStatusCode.OK));
        using BitbucketClient client = transport.CreateClient();

        using HttpResponseMessage response = await client.GetAsync();

        Assert.Null(Assert.Single(transport.Requests).Authorization);
    }

    [Fact]
    public async Task Send_Unauthorized_RecoversAndSendsTheSameBodyAgain()
    {
        ScriptedTransport transport = new(Answers.Empty(HttpStatusCode.Unauthorized), Answers.Empty(HttpStatusCode.OK));
        CountingSigner signer = new(recovers: true);
        using BitbucketClient client = transport.CreateClient(signer);
        using StreamContent content = new(new OneWayStream("{\"name\":\"x\"}"));

        using HttpResponseMessage response = await client.SendAsync(HttpMethod.Post, "/repositories/acme/web", content);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, signer.Recoveries);
        Assert.Equal(["Count 1", "Count 2"], transport.Requests.Select(request => request.Authorization));
        Assert.Equal(["{\"name\":\"x\"}", "{\"name\":\"x\"}"], transport.Requests.Select(request => request.Body));
    }

    [Fact]
    public async Task Send_UnauthorizedTwice_RecoversOnce()
    {
        ScriptedTransport transport = new(Answers.Empty(HttpStatusCode.Unauthorized), Answers.Empty(HttpStatusCode.Unauthorized));
        CountingSigner signer = new(recovers: true);
        using BitbucketClient client = transport.CreateClient(signer);

        BitbucketApiException error = await Assert.ThrowsAsync<BitbucketApiException>(() => client.GetAsync());

        Assert.Equal(BitbucketErrorKind.Unauthorized, error.Kind);
        Assert.Equal(1, signer.Recoveries);
        Assert.Equal(2, transport.Requests.Count);
    }

    [Fact]
    public async Task Send_UnauthorizedBeyondRecovery_IsNotRepeated()
    {
        ScriptedTransport transport = new(Answers.Empty(HttpStatusCode.Unauthorized));
        CountingSigner signer = new(recovers: false);
        using BitbucketClient client = transport.CreateClient(signer);

        await Assert.ThrowsAsync<BitbucketApiException>(() => client.GetAsync());

        Assert.Equal(1, signer.Recoveries);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.ProxyAuthenticationRequired)]
    public async Task Send_OtherRefusal_AsksForNoRecovery(HttpStatusCode status)
    {
        CountingSigner signer = new(recovers: true);

        await Answers.Empty(status).ErrorOfAsync(signer);

        Assert.Equal(0, signer.Recoveries);
    }

    [Fact]
    public async Task Send_ForeignServerUnauthorized_AsksForNoRecovery()
    {
        ScriptedTransport transport = new(
            Answers.Redirect(HttpStatusCode.Found, "https://media.example/x"),
            Answers.Empty(HttpStatusCode.Unauthorized));
        CountingSigner signer = new(recovers: true);
        using BitbucketClient client = transport.CreateClient(signer);

        await Assert.ThrowsAsync<BitbucketApiException>(() => client.GetAsync());

        Assert.Equal(0, signer.Recoveries);
        Assert.Equal(["Count 1", null], transport.Requests.Select(request => request.Authorization));
    }

    [Fact]
    public async Task Send_RedirectedPost_SendsAStreamedBodyTwice()
    {
        ScriptedTransport transport = new(
            Answers.Redirect(HttpStatusCode.TemporaryRedirect, "/2.0/moved"),
            Answers.Empty(HttpStatusCode.OK));
        using BitbucketClient client = transport.CreateClient(new CountingSigner());
        using StreamContent content = new(new OneWayStream("body"));

        using HttpResponseMessage response = await client.SendAsync(HttpMethod.Post, "/x", content);

        Assert.Equal(["body", "body"], transport.Requests.Select(request => request.Body));
    }

    private sealed class OneWayStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override bool CanSeek => false;
    }
}
