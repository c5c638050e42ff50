using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BitbucketPS.Tests.Hosting;

/// <summary>A server that answers each path as the test says, and remembers the heads of all requests, secrets included.</summary>
internal sealed class TinyServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;
    private readonly Func<string, string, string> _answer;

    /// <summary>Starts it.</summary>
    /// <param name="answer">Gets the path and query, gives the whole answer.</param>
    public TinyServer(Func<string, string> answer)
        : this((target, _) => answer(target))
    {
    }

    /// <summary>Starts it.</summary>
    /// <param name="answer">Gets the path and query, and the head of the request; gives the whole answer.</param>
    public TinyServer(Func<string, string, string> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public string BaseUri => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>The request lines and headers that came, one request each.</summary>
    public ConcurrentQueue<string> Heads { get; } = new();

    /// <summary>JSON with status 200.</summary>
    public static string Json(string body) => FaultyServer.Response("200 OK", "application/json", body);

    /// <summary>A redirect.</summary>
    public static string Redirect(string location) => FaultyServer.Response($"302 Found\r\nLocation: {location}", "text/plain", "");

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                await AnswerOrHangUpAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task AnswerOrHangUpAsync(NetworkStream stream)
    {
        try
        {
            await AnswerAsync(stream);
        }
        catch (IOException)
        {
            // The client has gone, which is nothing to the next one.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        using StreamReader reader = new(stream, Encoding.ASCII, leaveOpen: true);
        StringBuilder head = new();
        int length = 0;
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            head.Append(line).Append('\n');
            string[] header = line.Split(':', 2);
            length = header[0].Equals("Content-Length", StringComparison.OrdinalIgnoreCase) ? int.Parse(header[1], CultureInfo.InvariantCulture) : length;
        }

        // A read of nothing would wait for something; a body that nobody reads would reset the connection.
        if (length > 0)
        {
            await reader.ReadBlockAsync(new char[length]);
        }

        Heads.Enqueue(head.ToString());
        string target = head.ToString().Split(' ')[1];
        await stream.WriteAsync(Encoding.UTF8.GetBytes(_answer(target, head.ToString())));
    }
}
