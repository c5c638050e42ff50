using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>What no HTTP client sends: bytes that are hardly a request.</summary>
public class FuzzWireTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const int Cases = 300;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Broken_requests_are_refused_and_do_no_harm()
    {
        int seed = FuzzTests.FirstSeed();
        for (int i = 0; i < Cases; i++)
        {
            Dice dice = new(seed + i);
            byte[] request = Encoding.UTF8.GetBytes(new FuzzTexts(dice).Mutate(dice.Pick(Requests())));

            string status = (await ExchangeAsync(request)).Split('\r')[0];

            // 501 and 505 are the server's words for transfers and versions it has never heard of.
            bool isFine = status.Length == 0 || status.Split(' ') is [_, { Length: 3 } code, ..] && (code[0] < '5' || code is "501" or "505");
            Assert.True(isFine, $"Seed {seed + i}: {status} to {Encoding.UTF8.GetString(request)}");
        }

        Assert.Equal(HttpStatusCode.OK, (await sandbox.GetAsync("/2.0/user")).Status);
    }

    private string[] Requests()
    {
        string head = $"Host: {sandbox.Server.BaseAddress.Authority}\r\nAuthorization: {sandbox.Bearer}\r\nConnection: close\r\n";
        return
        [
            $"GET /2.0/repositories/demo/docs?fields=name&a=%C3%BC HTTP/1.1\r\n{head}\r\n",
            $"PUT /2.0/repositories/demo/docs HTTP/1.1\r\n{head}Content-Type: application/json\r\nContent-Length: 20\r\n\r\n{{\"description\":\"abc\"}}",
            $"POST /2.0/repositories/demo/docs/refs/branches HTTP/1.1\r\n{head}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{{\"a\":\r\n2\r\n1}}\r\n0\r\n\r\n",
            $"POST /2.0/repositories/demo/docs/src HTTP/1.1\r\n{head}Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 69\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"a.txt\"\r\n\r\nabc\r\n--b--\r\n",
            $"POST /site/oauth2/access_token HTTP/1.0\r\n{head}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 29\r\n\r\ngrant_type=client_credentials",
        ];
    }

    private async Task<string> ExchangeAsync(byte[] request)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(s_patience);
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, sandbox.Server.BaseAddress.Port, patience.Token);
        await using NetworkStream stream = client.GetStream();
        try
        {
            await stream.WriteAsync(request, patience.Token);

            // Nothing more comes: what waits for the rest of a request gives up.
            client.Client.Shutdown(SocketShutdown.Send);
            using StreamReader reader = new(stream, Encoding.Latin1);
            return await reader.ReadToEndAsync(patience.Token);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // The connection was cut, which is an answer too.
            return "";
        }
    }
}
