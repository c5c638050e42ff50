using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BitbucketPS.Tests.Hosting;

/// <summary>A server that answers /user well and everything else with given bytes, and then ends the connection.</summary>
internal sealed class FaultyServer : IAsyncDisposable
{
    private const string User = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;
    private readonly string _answer;
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Starts it.</summary>
    /// <param name="answer">The bytes of the answer.</param>
    /// <param name="stalls">Keeps the connection open after it, until the server ends.</param>
    public FaultyServer(string answer, bool stalls = false)
    {
        _answer = answer;
        if (!stalls)
        {
            _released.SetResult();
        }

        _listener.Start();
        _serving = ServeAsync();
    }

    public string BaseUri => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>What it answers to /user; the account by default.</summary>
    public string UserAnswer { get; init; } = User;

    /// <summary>Ends once the faulty answer was sent.</summary>
    public Task Asked => _asked.Task;

    public static string Response(string status, string contentType, string body)
        => $"HTTP/1.1 {status}\r\nContent-Type: {contentType}\r\nConnection: close\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        _released.TrySetResult();
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
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        using StreamReader reader = new(stream, Encoding.ASCII, leaveOpen: true);
        string? first = await reader.ReadLineAsync();
        StringBuilder head = new(first);
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            head.Append('\n').Append(line);
        }

        if (first?.Contains("/user", StringComparison.Ordinal) == true)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(UserAnswer));
            return;
        }

        string answer = _answer.Replace("{ECHO}", head.ToString(), StringComparison.Ordinal);
        if (answer.Contains("{BODY}", StringComparison.Ordinal))
        {
            string body = await ReadBodyAsync(reader, head.ToString());
            answer = FaultyServer.Response("200 OK", "text/plain; charset=nonsense", body);
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes(answer));
        _asked.TrySetResult();
        await _released.Task;
    }

    private static async Task<string> ReadBodyAsync(StreamReader reader, string head)
    {
        string length = head.Split('\n').Single(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Split(':')[1];
        char[] body = new char[int.Parse(length, System.Globalization.CultureInfo.InvariantCulture)];
        await reader.ReadBlockAsync(body);
        return new(body);
    }
}
