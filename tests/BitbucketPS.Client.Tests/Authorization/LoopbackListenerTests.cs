using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using BitbucketPS.Authorization;
using Microsoft.Extensions.Time.Testing;

namespace BitbucketPS.Client.Tests.Authorization;

public sealed class LoopbackListenerTests
{
    // Only a hang comes to its end.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://127.0.0.1:0/callback")]
    [InlineData("http://localhost:0/callback")]
    [InlineData("http://localhost:0/")]
    [InlineData("http://[::1]:0/callback")]
    public async Task WaitAsync_Callback_GivesItsParametersAndShowsThePage(string address)
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6 || !address.Contains("::1", StringComparison.Ordinal), "No IPv6 here.");
        await using LoopbackListener listener = LoopbackListener.Start(new Uri(address));
        Task<CallbackParameters> wait = listener.WaitAsync(_ => new("Title <1>", "Text & more"), s_patience, Stop);

        string answer = await AskAsync(listener, $"GET {listener.CallbackUri.AbsolutePath}?code=a%20b&state=x&state=y&empty= HTTP/1.1");

        CallbackParameters parameters = await wait;
        Assert.Equal("a b", parameters.Find("code"));
        Assert.Null(parameters.Find("state"));
        Assert.Null(parameters.Find("empty"));
        Assert.Null(parameters.Find("missing"));
        Assert.Equal("code, state, empty", parameters.ToString());
        Assert.NotEqual(0, listener.CallbackUri.Port);
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("<h1>Title &lt;1&gt;</h1>", answer, StringComparison.Ordinal);
        Assert.Contains("<p>Text &amp; more</p>", answer, StringComparison.Ordinal);
        Ports.AssertFree(listener.CallbackUri.Port);
    }

    [Fact]
    public async Task WaitAsync_Page_HasTheHeadersOfAPageThatNobodyKeeps()
    {
        await using LoopbackListener listener = LoopbackListener.Start(new Uri("http://127.0.0.1:0/cb"));
        Task<CallbackParameters> wait = listener.WaitAsync(_ => new("T", "t", IsError: true), s_patience, Stop);

        string answer = await AskAsync(listener, "GET /cb?a=b HTTP/1.1");

        await wait;
        string[] parts = answer.Split("\r\n\r\n", 2);
        string style = parts[1].Split("<style>")[1].Split("</style>")[0];
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains($"\r\nContent-Security-Policy: default-src 'none'; style-src 'sha256-{hash}';", parts[0], StringComparison.Ordinal);
        Assert.Contains("\r\nCache-Control: no-store\r\n", parts[0], StringComparison.Ordinal);
        Assert.Contains("\r\nReferrer-Policy: no-referrer\r\n", parts[0], StringComparison.Ordinal);
        Assert.EndsWith("\r\nConnection: close", parts[0], StringComparison.Ordinal);
        Assert.Contains($"\r\nContent-Length: {Encoding.UTF8.GetByteCount(parts[1])}\r\n", parts[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /favicon.ico HTTP/1.1", null, "404")]
    [InlineData("GET / HTTP/1.1", null, "404")]
    [InlineData("GET /cb/ HTTP/1.1", null, "404")]
    [InlineData("GET /CB?a=b HTTP/1.1", null, "404")]
    [InlineData("POST /cb?a=b HTTP/1.1", null, "405")]
    [InlineData("HEAD /cb?a=b HTTP/1.1", null, "405")]
    [InlineData("GET /cb?a=b HTTP/1.1", "evil.example.com", "400")]
    [InlineData("GET /cb?a=b HTTP/1.1", "localhost:1", "400")]
    [InlineData("GET /cb?a=b HTTP/1.1", "", "400")]
    [InlineData("GET http://127.0.0.1/cb?a=b HTTP/1.1", null, "400")]
    [InlineData("GET /cb?a=b HTTP/2", null, "400")]
    [InlineData("GET /cb?a=b", null, "400")]
    [InlineData("\u0016\u0003\u0001", null, "400")]
    public async Task WaitAsync_AnythingElse_IsTurnedAwayAndTheWaitGoesOn(string line, string? host, string status)
    {
        await using LoopbackListener listener = LoopbackListener.Start(new Uri("http://127.0.0.1:0/cb"));
        Task<CallbackParameters> wait = listener.WaitAsync(_ => new("T", "t"), s_patience, Stop);

        Assert.StartsWith($"HTTP/1.1 {status} ", await AskAsync(listener, line, host), StringComparison.Ordinal);

        Assert.False(wait.IsCompleted);
        await AskAsync(listener, "GET /cb?a=b HTTP/1.1");
        Assert.Equal("b", (await wait).Find("a"));
    }

    [Theory]
    [InlineData("Sec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: image")]
    [InlineData("Sec-Fetch-Mode: cors\r\nSec-Fetch-Dest: empty\r\nOrigin: https://evil.example.com")]
    [InlineData("Sec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe")]
    [InlineData("sec-fetch-mode: navigate\r\nSec-Fetch-Mode: no-cors")]
    [InlineData("Origin: https://evil.example.com")]
    public async Task WaitAsync_PageElsewhereFetches_IsTurnedAwayAndTheWaitGoesOn(string headers)
    {
        await using LoopbackListener listener = LoopbackListener.Start(new Uri("http://127.0.0.1:0/cb"));
        Task<CallbackParameters> wait = listener.WaitAsync(_ => new("T", "t"), s_patience, Stop);

        Assert.StartsWith("HTTP/1.1 403 ", await AskAsync(listener, $"GET /cb?a=b HTTP/1.1\r\n{headers}"), StringComparison.Ordinal);

        Assert.False(wait.IsCompleted);
        await AskAsync(listener, "GET /cb?a=c HTTP/1.1\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document");
        Assert.Equal("c", (await wait).Find("a"));
    }

    [Fact]
    public async Task WaitAsync_CallbackThatIsNotTheOne_GetsItsPageAndTheWaitGoesOn()
    {
        await using LoopbackListener listener = LoopbackListener.Start(new Uri("http://127.0.0.1:0/cb"));
        Task<CallbackParameters> wait = listener.WaitAsync(
            parameters => new("T", "t", IsError: true) { EndsTheWait = parameters.Find("a") is "real" }, s_patience, Stop);

        Assert.Contains("<h1>T</h1>", await AskAsync(listener, "GET /cb?a=forged HTTP/1.1"), StringComparison.Ordinal);
        Assert.Contains("<h1>T</h1>", await AskAsync(listener, "GET /cb?a=forged HTTP/1.1"), StringComparison.Ordinal);
        Assert.False(wait.IsCompleted);
        await AskAsync(listener, "GET /cb?a=real HTTP/1.1");

        Assert.Equal("real", (await wait).Find("a"));
    }

    // The first browser has its page, and has not hung up yet.
    [Fact]
    public async Task WaitAsync_SecondCallback_IsToldThatItCameLate()
    {
        await using LoopbackListener listener = LoopbackListener.Start(new Uri("http://127.0.0.1:0/cb"), new FakeTimeProvider());
        Task<CallbackParameters> wait = listener.WaitAsync(_ => new("T", "t"), s_patience, Stop);
        using TcpClient first = await ConnectAsync(listener);
        await first.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /cb?a=1 HTTP/1.1\r\nHost: {listener.CallbackUri.Authority}\r\n\r\n"), Stop);
        using StreamReader reader = new(first.GetStream());
        await reader.ReadToEndAsync(Stop);

        string late = await AskAsync(listener, "GET /cb?a=2 HTTP/1.1");

        first.Close();
        Assert.StartsWith("HTTP/1.1 410 Gone\r\n", late, StringComparison.Ordinal);
        Assert.Contains("<h1>This sign-in is over</h1>", late, StringComparison.Ordinal);
        Assert.Equal("1", (await wait).Find("a"));
    }

    [Fact]
    public async Task WaitAsync_TwoHostHeaders_IsTurnedAway()
    {
        await using LoopbackListener listener = LoopbackListener.Start(new Uri("http://127.0.0.1:0/cb"));
        Task<CallbackParameters> wait = listener.WaitAsync(_ => new("T", "t"), s_patience, Stop);
        string host = listener.CallbackUri.Authority;

        Assert.StartsWith("HTTP/1.1 400 ", await AskAsync(listener, "GET /cb?a=b HTTP/1.1", $"{host}\r\nhost: {host}"), StringComparison.Ordinal);
        Assert.False(wait.IsCompleted);
    }

    [Fact]
    public async Task WaitAsync_EndlessHeader_Is431()
    {
        await using LoopbackListener listener = LoopbackListener.Start(new Uri("http://127.0.0.1:0/cb"));
        Task<CallbackParameters> wait = listener.WaitAsync(_ => new("T", "t"), s_patience, Stop);

        string answer = await AskAsync(listener, $"GET /cb?a={new string('x', 40_000)} HTTP/1.1");

        Assert.StartsWith("HTTP/1.1 431 ", answer, StringComparison.Ordinal);
        Assert.False(wait.IsCompleted);
    }

    [Fact]
    public async Task WaitAsync_LongQuery_IsTaken()
    {
        await using LoopbackListener listener = LoopbackListener.Start(new Uri("http://127.0.0.1:0/cb"));
        Task<CallbackParameters> wait = listener.WaitAsync(_ => new("T", "t"), s_patience, Stop);

        await AskAsync(listener, $"GET /cb?code={new string('x', 20_000)} HTTP/1.1");

        Assert.Equal(20_000, (await wait).Find("code")?.Length);
    }

    [Fact]
    public async Task WaitAsync_IdleAndHalfConnections_DoNotBlock()
    {
        await using LoopbackListener listener = LoopbackListener.Start(new Uri("http://127.0.0.1:0/cb"));
        Task<CallbackParameters> wait = listener.WaitAsync(_ => new("T", "t"), s_patience, Stop);
        using TcpClient idle = await ConnectAsync(listener);
        using TcpClient half = await ConnectAsync(listener);
        await half.GetStream().WriteAsync("GET /cb?a="u8.ToArray(), Stop);
        using (TcpClient gone = await ConnectAsync(listener))
        {
            gone.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        await AskAsync(listener, "GET /cb?a=b HTTP/1.1");

        Assert.Equal("b", (await wait).Find("a"));
        Ports.AssertFree(listener.CallbackUri.Port);
    }

    [Fact]
    public async Task WaitAsync_RequestInPieces_IsPutTogether()
    {
        await using LoopbackListener listener = LoopbackListener.Start(new Uri("http://127.0.0.1:0/cb"));
        Task<CallbackParameters> wait = listener.WaitAsync(_ => new("T", "t"), s_patience, Stop);
        using TcpClient client = await ConnectAsync(listener);
        client.NoDelay = true;
        foreach (byte letter in Encoding.ASCII.GetBytes($"GET /cb?a=b HTTP/1.1\r\nHost: {listener.CallbackUri.Authority}\r\n\r\n"))
        {
            await client.GetStream().WriteAsync(new[] { letter }, Stop);
        }

        using StreamReader reader = new(client.GetStream());
        Assert.Contains("</html>", await reader.ReadToEndAsync(Stop), StringComparison.Ordinal);
        client.Close();
        Assert.Equal("b", (await wait).Find("a"));
    }

    [Fact]
    public async Task WaitAsync_SlowClient_IsBoundByTheTimeout()
    {
        TimeSpan minute = TimeSpan.FromMinutes(1);
        FakeTimeProvider clock = new();
        await using LoopbackListener listener = LoopbackListener.Start(new Uri("http://127.0.0.1:0/cb"), clock);
        Task<CallbackParameters> wait = listener.WaitAsync(_ => new("T", "t"), minute, Stop);
        using TcpClient slow = await ConnectAsync(listener);
        await slow.GetStream().WriteAsync("GET /cb?a="u8.ToArray(), Stop);

        clock.Advance(minute);

        BitbucketSignInException e = await Assert.ThrowsAsync<BitbucketSignInException>(() => wait);
        Assert.Equal(BitbucketErrorKind.AuthorizationTimeout, e.Kind);
        Assert.Contains("60 s", e.Message, StringComparison.Ordinal);
        Ports.AssertFree(listener.CallbackUri.Port);
    }

    [Fact]
    public async Task WaitAsync_Cancelled_EndsAtOnce()
    {
        using CancellationTokenSource stop = new();
        await using LoopbackListener listener = LoopbackListener.Start(new Uri("http://localhost:0/cb"));
        Task<CallbackParameters> wait = listener.WaitAsync(_ => new("T", "t"), s_patience, stop.Token);
        using TcpClient idle = await ConnectAsync(listener);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        Ports.AssertFree(listener.CallbackUri.Port);
    }

    [Fact]
    public async Task WaitAsync_JudgeThrows_EndsTheWaitWithIt()
    {
        LoopbackListener listener = LoopbackListener.Start(new Uri("http://127.0.0.1:0/cb"));
        Task<CallbackParameters> wait = listener.WaitAsync(_ => throw new NotSupportedException("judge"), s_patience, Stop);

        await AskAsync(listener, "GET /cb?a=b HTTP/1.1");

        Assert.Equal("judge", (await Assert.ThrowsAsync<NotSupportedException>(() => wait)).Message);
        Ports.AssertFree(listener.CallbackUri.Port);
    }

    [Fact]
    public async Task Start_Localhost_ListensOnBothFamiliesAndNowhereElse()
    {
        await using LoopbackListener listener = LoopbackListener.Start(new Uri("http://localhost:0/cb"));
        int port = listener.CallbackUri.Port;

        using TcpClient four = new();
        await four.ConnectAsync(IPAddress.Loopback, port, Stop);
        if (Socket.OSSupportsIPv6)
        {
            using TcpClient six = new(AddressFamily.InterNetworkV6);
            await six.ConnectAsync(IPAddress.IPv6Loopback, port, Stop);
        }

        using TcpClient other = new();
        await Assert.ThrowsAnyAsync<SocketException>(async () => await other.ConnectAsync(IPAddress.Parse("127.0.0.2"), port, Stop));
    }

    [Fact]
    public void Start_OtherFamilyTaken_IsPortInUse()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "No IPv6 here.");
        using TcpListener other = new(IPAddress.IPv6Loopback, 0);
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;

        BitbucketSignInException e = Assert.Throws<BitbucketSignInException>(() => LoopbackListener.Start(new Uri($"http://localhost:{port}/cb")));

        Assert.Equal(BitbucketErrorKind.CallbackPortInUse, e.Kind);
        Ports.AssertFree(port);
    }

    [Theory]
    [InlineData("https://localhost:1/cb")]
    [InlineData("http://example.com/cb")]
    [InlineData("http://0.0.0.0:1/cb")]
    [InlineData("http://localhost.example.com/cb")]
    public void Start_NotThisMachine_Refuses(string address)
        => Assert.Equal(
            BitbucketErrorKind.InvalidArgument,
            Assert.Throws<BitbucketException>(() => LoopbackListener.Start(new Uri(address))).Kind);

    [Fact]
    public async Task DisposeAsync_WithoutWaiting_FreesThePort()
    {
        LoopbackListener listener = LoopbackListener.Start(new Uri("http://localhost:0/cb"));

        await listener.DisposeAsync();
        await listener.DisposeAsync();

        Ports.AssertFree(listener.CallbackUri.Port);
    }

    [Fact]
    public async Task DisposeAsync_WhileWaiting_EndsTheWait()
    {
        LoopbackListener listener = LoopbackListener.Start(new Uri("http://localhost:0/cb"));
        Task<CallbackParameters> wait = listener.WaitAsync(_ => new("T", "t"), s_patience, Stop);

        await listener.DisposeAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    private static async Task<TcpClient> ConnectAsync(LoopbackListener listener)
    {
        TcpClient client = new(listener.CallbackUri.HostNameType == UriHostNameType.IPv6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork);
        await client.ConnectAsync(client.Client.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Loopback : IPAddress.Loopback, listener.CallbackUri.Port, Stop);
        return client;
    }

    private static async Task<string> AskAsync(LoopbackListener listener, string line, string? host = null)
    {
        using TcpClient client = await ConnectAsync(listener);
        string hostLine = host is { Length: 0 } ? "" : $"Host: {host ?? listener.CallbackUri.Authority}\r\n";
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes($"{line}\r\n{hostLine}Accept: */*\r\n\r\n"), Stop);
        using StreamReader reader = new(client.GetStream());
        return await reader.ReadToEndAsync(Stop);
    }
}
