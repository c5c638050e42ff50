using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BitbucketPS.Client.Tests.Http;

public sealed class ConnectionTests
{
    [Fact]
    public async Task Get_PortIsClosed_IsConnectionFailed()
    {
        TcpListener listener = new(IPAddress.Loopback, port: 0);
        listener.Start();
        string server = $"{listener.LocalEndpoint}";
        listener.Dispose();
        using BitbucketClient client = new(new() { BaseUri = new($"http://{server}"), MaximumRetryCount = 0 });

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(client.GetUserAsync);

        Assert.Equal(BitbucketErrorKind.ConnectionFailed, error.Kind);
        Assert.Contains(server, error.Message, StringComparison.Ordinal);
        Assert.IsType<HttpRequestException>(error.InnerException);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"uuid\": ")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"uui")]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"error\": ")]
    [InlineData("SSH-2.0-OpenSSH_9.9\r\n")]
    public async Task Get_AnswerIsCut_IsConnectionBroken(string answer)
    {
        // The transport itself tries again, a few times, where not one byte came.
        await using LoopbackServer server = new(Enumerable.Repeat(Encoding.UTF8.GetBytes(answer), 10));
        using BitbucketClient client = server.CreateClient();

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(client.GetUserAsync);

        Assert.Equal(BitbucketErrorKind.ConnectionBroken, error.Kind);
        Assert.Contains("GET /2.0/user", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"uuid\": ")]
    public async Task Get_ConnectionIsReset_IsConnectionBroken(string answer)
    {
        await using LoopbackServer server = new([Encoding.UTF8.GetBytes(answer)], resets: true);
        using BitbucketClient client = server.CreateClient();

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(client.GetUserAsync);

        Assert.Equal(BitbucketErrorKind.ConnectionBroken, error.Kind);
    }

    [Fact]
    public async Task Get_Html_IsUnexpectedAndNotQuoted()
    {
        await using LoopbackServer server = new(LoopbackServer.Answer("<html>Ada Lovelace</html>", contentType: "text/html; charset=utf-8"));
        using BitbucketClient client = server.CreateClient();

        BitbucketException error = await Assert.ThrowsAsync<BitbucketException>(client.GetUserAsync);

        Assert.Equal(BitbucketErrorKind.UnexpectedResponse, error.Kind);
        Assert.Equal("GET /2.0/user answered 200 with text/html instead of JSON.", error.Message);
        Assert.Contains("-BaseUri", error.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task Get_BrokenCompression_IsUnexpected(string encoding)
    {
        await using LoopbackServer server = new(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: {encoding}\r\nContent-Length: 16\r\n\r\nthis is not zip!",
            $"HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nContent-Encoding: {encoding}\r\nContent-Length: 16\r\n\r\nthis is not zip!");
        using BitbucketClient client = server.CreateClient();

        BitbucketException success = await Assert.ThrowsAsync<BitbucketException>(client.GetUserAsync);
        BitbucketException failure = await Assert.ThrowsAsync<BitbucketException>(client.GetUserAsync);

        Assert.Equal(
            (BitbucketErrorKind.UnexpectedResponse, BitbucketErrorKind.UnexpectedResponse),
            (success.Kind, failure.Kind));
    }

    [Fact]
    public async Task Get_Compressed_IsRead()
    {
        using MemoryStream body = new();
        using (GZipStream zip = new(body, CompressionMode.Compress, leaveOpen: true))
        {
            zip.Write("{\"nickname\": \"ada\"}"u8);
        }

        byte[] head = Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: {body.Length}\r\n\r\n");
        await using LoopbackServer server = new([[.. head, .. body.ToArray()]]);
        using BitbucketClient client = server.CreateClient();

        User user = await client.GetUserAsync();

        Assert.Equal("ada", user.Nickname);
        Assert.Contains("gzip", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", true)]
    [InlineData("PUT", true)]
    [InlineData("GET", false)]
    [InlineData("DELETE", false)]
    public async Task Send_WithoutBody_SaysLengthZeroWhereItMust(string method, bool expected)
    {
        await using LoopbackServer server = new(LoopbackServer.Answer("{}"));
        using BitbucketClient client = server.CreateClient();

        using HttpResponseMessage response = await client.SendAsync(new HttpMethod(method), "/repositories/acme/web/pullrequests/1/approve");

        string request = Assert.Single(server.Requests);
        Assert.Equal(expected, request.Contains("\r\nContent-Length: 0\r\n", StringComparison.Ordinal));
        Assert.DoesNotContain("Transfer-Encoding", request, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "")]
    [InlineData("PUT", "")]
    [InlineData("GET", null)]
    [InlineData("HEAD", null)]
    [InlineData("DELETE", null)]
    public async Task Send_WithoutBody_HasAnEmptyOneWhereItMustForAnyTransport(string method, string? expected)
    {
        ScriptedTransport transport = new(Answers.Empty(HttpStatusCode.OK));
        using BitbucketClient client = transport.CreateClient();

        using HttpResponseMessage response = await client.SendAsync(new HttpMethod(method), "/x");

        Assert.Equal(expected, Assert.Single(transport.Requests).Body);
    }

    [Fact]
    public async Task Send_Headers_NameTheClientAndKeepNoCookies()
    {
        string answer = LoopbackServer.Answer("{}").Replace("\r\n\r\n", "\r\nSet-Cookie: sid=1; Path=/\r\n\r\n", StringComparison.Ordinal);
        await using LoopbackServer server = new(answer, answer);
        using BitbucketClient client = server.CreateClient();

        await client.GetUserAsync();
        await client.GetUserAsync();

        Assert.All(server.Requests, request =>
        {
            Assert.Contains("\r\nUser-Agent: BitbucketPS/", request, StringComparison.Ordinal);
            Assert.Contains("\r\nAccept: application/json\r\n", request, StringComparison.Ordinal);
            Assert.DoesNotContain("Cookie", request, StringComparison.Ordinal);
            Assert.DoesNotContain("Authorization", request, StringComparison.Ordinal);
        });
        Assert.Equal(2, server.Requests.Count);
    }
}
