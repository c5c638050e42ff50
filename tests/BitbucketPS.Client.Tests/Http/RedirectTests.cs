using System.Net;
using System.Text;

namespace BitbucketPS.Client.Tests.Http;

public sealed class RedirectTests
{
    private const string Diff = "/repositories/acme/web/pullrequests/7/diff";

    [Fact]
    public async Task Get_PullRequestDiff_IsSignedAgainAtTheSameServer()
    {
        ScriptedTransport transport = new(
            Answers.Redirect(HttpStatusCode.Found, "https://api.bitbucket.org/2.0/repositories/acme/web/diff/a%0Db?from_pullrequest_id=7&topic=true"),
            Answers.Text("diff --git", "text/plain"));
        using BitbucketClient client = transport.CreateClient(new CountingSigner());

        using HttpResponseMessage response = await client.GetAsync(Diff);

        Assert.Equal("diff --git", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(
            [
                "GET https://api.bitbucket.org/2.0/repositories/acme/web/pullrequests/7/diff",
                "GET https://api.bitbucket.org/2.0/repositories/acme/web/diff/a%0Db?from_pullrequest_id=7&topic=true",
            ],
            transport.Lines);
        Assert.Equal(["Count 1", "Count 2"], transport.Requests.Select(request => request.Authorization));
    }

    [Theory]
    [InlineData("https://media.example/x?token=t")]
    [InlineData("https://api.bitbucket.org.evil.example/x")]
    [InlineData("https://api.bitbucket.org:8443/x")]
    [InlineData("//media.example/x")]
    public async Task Get_ToAnotherServer_CarriesNoCredential(string location)
    {
        ScriptedTransport transport = new(Answers.Redirect(HttpStatusCode.Found, location), Answers.Empty(HttpStatusCode.OK));
        using BitbucketClient client = transport.CreateClient(new CountingSigner());

        using HttpResponseMessage response = await client.GetAsync(Diff);

        Assert.Equal(["Count 1", null], transport.Requests.Select(request => request.Authorization));
        Assert.NotEqual("api.bitbucket.org", transport.Requests[1].Address.Authority);
    }

    [Fact]
    public async Task Get_ToAnotherServerAndBack_IsSignedOnlyAtHome()
    {
        ScriptedTransport transport = new(
            Answers.Redirect(HttpStatusCode.Found, "https://media.example/x"),
            Answers.Redirect(HttpStatusCode.Found, "https://api.bitbucket.org/2.0/user"),
            Answers.Empty(HttpStatusCode.OK));
        using BitbucketClient client = transport.CreateClient(new CountingSigner());

        using HttpResponseMessage response = await client.GetAsync(Diff);

        Assert.Equal(["Count 1", null, "Count 2"], transport.Requests.Select(request => request.Authorization));
    }

    [Theory]
    [InlineData("../diff/a", "https://api.bitbucket.org/2.0/repositories/acme/web/pullrequests/diff/a")]
    [InlineData("/2.0/user", "https://api.bitbucket.org/2.0/user")]
    [InlineData("?page=2", "https://api.bitbucket.org/2.0/repositories/acme/web/pullrequests/7/diff?page=2")]
    public async Task Get_RelativeLocation_IsResolvedAgainstTheRequest(string location, string expected)
    {
        ScriptedTransport transport = new(Answers.Redirect(HttpStatusCode.Found, location), Answers.Empty(HttpStatusCode.OK));
        using BitbucketClient client = transport.CreateClient();

        using HttpResponseMessage response = await client.GetAsync(Diff);

        Assert.Equal(expected, transport.Requests[1].Address.AbsoluteUri);
    }

    [Theory]
    [InlineData(301, "GET", "GET")]
    [InlineData(301, "HEAD", "HEAD")]
    [InlineData(301, "POST", "GET")]
    [InlineData(301, "PUT", "PUT")]
    [InlineData(301, "DELETE", "DELETE")]
    [InlineData(302, "GET", "GET")]
    [InlineData(302, "HEAD", "HEAD")]
    [InlineData(302, "POST", "GET")]
    [InlineData(302, "PUT", "PUT")]
    [InlineData(302, "DELETE", "DELETE")]
    [InlineData(303, "GET", "GET")]
    [InlineData(303, "HEAD", "HEAD")]
    [InlineData(303, "POST", "GET")]
    [InlineData(303, "PUT", "GET")]
    [InlineData(303, "DELETE", "GET")]
    [InlineData(307, "GET", "GET")]
    [InlineData(307, "HEAD", "HEAD")]
    [InlineData(307, "POST", "POST")]
    [InlineData(307, "PUT", "PUT")]
    [InlineData(307, "DELETE", "DELETE")]
    [InlineData(308, "POST", "POST")]
    [InlineData(308, "PUT", "PUT")]
    public async Task Send_Redirected_UsesTheMethodOfTheStatus(int status, string method, string expected)
    {
        ScriptedTransport transport = new(Answers.Redirect((HttpStatusCode)status, "/2.0/moved"), Answers.Empty(HttpStatusCode.OK));
        using BitbucketClient client = transport.CreateClient(new CountingSigner());
        string? body = method is "POST" or "PUT" ? "{\"name\":\"x\"}" : null;
        using StringContent? content = body is null ? null : new(body, Encoding.UTF8, "application/json");

        using HttpResponseMessage response = await client.SendAsync(new HttpMethod(method), "/repositories/acme/web", content);

        Assert.Equal($"{expected} https://api.bitbucket.org/2.0/moved", transport.Requests[1].Line);
        Assert.Equal(string.Equals(method, expected, StringComparison.Ordinal) ? body : null, transport.Requests[1].Body);
    }

    [Theory]
    [InlineData("http://api.bitbucket.org/2.0/user")]
    [InlineData("http://127.0.0.1/2.0/user")]
    [InlineData("ftp://api.bitbucket.org/x")]
    [InlineData("file:///etc/hosts")]
    public async Task Get_AwayFromHttps_IsRefused(string location)
    {
        ScriptedTransport transport = new(Answers.Redirect(HttpStatusCode.Found, location));
        using BitbucketClient client = transport.CreateClient(new CountingSigner());

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(() => client.GetAsync(Diff));

        Assert.Equal(BitbucketErrorKind.UnexpectedResponse, error.Kind);
        Assert.Contains("not secure", error.Message, StringComparison.Ordinal);
        Assert.Single(transport.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1:7990/2.0/x")]
    [InlineData("http://localhost:7991/2.0/x")]
    public async Task Get_OnThisMachine_MayStayOnHttp(string location)
    {
        ScriptedTransport transport = new(Answers.Redirect(HttpStatusCode.Found, location), Answers.Empty(HttpStatusCode.OK));
        using BitbucketClient client = transport.CreateClient(baseUri: "http://127.0.0.1:7990");

        using HttpResponseMessage response = await client.GetAsync();

        Assert.Equal(location, transport.Requests[1].Address.AbsoluteUri);
    }

    [Theory]
    [InlineData(301, "PUT")]
    [InlineData(302, "DELETE")]
    [InlineData(307, "POST")]
    [InlineData(308, "POST")]
    public async Task Write_ToAnotherServer_IsRefused(int status, string method)
    {
        ScriptedTransport transport = new(Answers.Redirect((HttpStatusCode)status, "https://evil.example/x"));
        using BitbucketClient client = transport.CreateClient(new CountingSigner());
        using StringContent content = new("secret");

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(
            () => client.SendAsync(new HttpMethod(method), "/repositories/acme/web", content));

        Assert.Equal(BitbucketErrorKind.UnexpectedResponse, error.Kind);
        Assert.Contains("evil.example", error.Message, StringComparison.Ordinal);
        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task Post_SeeOtherServer_IsAGetWithoutItsBody()
    {
        ScriptedTransport transport = new(
            Answers.Redirect(HttpStatusCode.SeeOther, "https://media.example/x"),
            Answers.Empty(HttpStatusCode.OK));
        using BitbucketClient client = transport.CreateClient(new CountingSigner());
        using StringContent content = new("secret");

        using HttpResponseMessage response = await client.SendAsync(HttpMethod.Post, "/repositories/acme/web", content);

        RecordedRequest followed = transport.Requests[1];
        Assert.Equal(("GET", null, null), (followed.Method, followed.Body, followed.Authorization));
    }

    [Fact]
    public async Task Get_Loop_EndsWithAClearError()
    {
        ScriptedTransport transport = new(Enumerable.Range(0, 11).Select(_ => Answers.Redirect(HttpStatusCode.Found, "/2.0/user")));
        using BitbucketClient client = transport.CreateClient();

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(() => client.GetAsync());

        Assert.Equal(BitbucketErrorKind.UnexpectedResponse, error.Kind);
        Assert.Contains("/2.0/user redirects more than 10 times", error.Message, StringComparison.Ordinal);
        Assert.Equal(11, transport.Requests.Count);
    }

    [Fact]
    public async Task Get_TenRedirects_AreFollowed()
    {
        ScriptedTransport transport = new(
            [.. Enumerable.Range(0, 10).Select(_ => Answers.Redirect(HttpStatusCode.Found, "/2.0/user")), Answers.Empty(HttpStatusCode.OK)]);
        using BitbucketClient client = transport.CreateClient();

        using HttpResponseMessage response = await client.GetAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://")]
    [InlineData("http://[")]
    [InlineData("//")]
    public async Task Get_RedirectWithoutUsableLocation_IsAnError(string? location)
    {
        HttpResponseMessage answer = Answers.Empty(HttpStatusCode.Found);
        ScriptedTransport transport = new(location is null ? answer : answer.With("Location", location));
        using BitbucketClient client = transport.CreateClient();

        BitbucketException error = await Assert.ThrowsAnyAsync<BitbucketException>(() => client.GetAsync());

        Assert.Contains("/2.0/user", error.Message, StringComparison.Ordinal);
        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task Get_NotModified_IsNoRedirect()
    {
        ScriptedTransport transport = new(Answers.Redirect(HttpStatusCode.NotModified, "/2.0/moved"));
        using BitbucketClient client = transport.CreateClient();

        BitbucketApiException error = await Assert.ThrowsAsync<BitbucketApiException>(() => client.GetAsync());

        Assert.Equal(HttpStatusCode.NotModified, error.StatusCode);
    }
}
