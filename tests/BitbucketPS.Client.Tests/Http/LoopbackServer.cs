using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BitbucketPS.Client.Tests.Http;

/// <summary>A server on a real socket that answers each connection with given bytes, whatever they are, and closes it.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly List<string> _requests = [];
    private readonly Task _serving;
    private readonly bool _resets;
    private readonly Uri _address;

    /// <summary>Starts to listen.</summary>
    /// <param name="answers">One per connection, as bytes.</param>
    /// <param name="resets">True to end each connection with a reset.</param>
    public LoopbackServer(IEnumerable<byte[]> answers, bool resets = false)
    {
        _resets = resets;
        _listener.Start();
        _address = new($"http://{_listener.LocalEndpoint}");
        _serving = ServeAsync([.. answers]);
    }

    public LoopbackServer(params string[] answers)
        : this(answers.Select(Encoding.UTF8.GetBytes))
    {
    }

    /// <summary>The requests as they came over the wire, head and body.</summary>
    public IReadOnlyList<string> Requests => _requests;

    /// <summary>Their first lines, without the version.</summary>
    public IEnumerable<string> Lines => _requests.Select(request => request[..request.IndexOf(" HTTP/1.1\r\n", StringComparison.Ordinal)]);

    /// <summary>An answer that has everything it needs.</summary>
    public static string Answer(string body, string status = "200 OK", string contentType = "application/json")
        => $"HTTP/1.1 {status}\r\nContent-Type: {contentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";

    /// <summary>A client with its own transport that talks to this server.</summary>
    public BitbucketClient CreateClient() => new(new() { BaseUri = _address, MaximumRetryCount = 0, TrimsAnswers = false });

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        try
        {
            await _serving;
        }
        catch (Exception e) when (e is SocketException or IOException or InvalidOperationException)
        {
            // Nobody came, or stayed, for the answers that are left.
        }
    }

    private async Task ServeAsync(byte[][] answers)
    {
        foreach (byte[] answer in answers)
        {
            using Socket socket = await _listener.AcceptSocketAsync();
            await using NetworkStream stream = new(socket);
            _requests.Add(await ReadRequestAsync(stream));
            await stream.WriteAsync(answer);
            if (_resets)
            {
                socket.LingerState = new(enable: true, seconds: 0);
            }
            else
            {
                socket.Shutdown(SocketShutdown.Send);
            }
        }

        // Whoever comes now is refused, and does not wait for an answer until its own time is over.
        _listener.Stop();
    }

    private static async Task<string> ReadRequestAsync(NetworkStream stream)
    {
        StringBuilder request = new();
        byte[] buffer = new byte[4096];
        while (!IsComplete(request.ToString()))
        {
            int read = await stream.ReadAsync(buffer);
            if (read == 0)
            {
                break;
            }

            request.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }

        return request.ToString();
    }

    private static bool IsComplete(string request)
    {
        const string Name = "\r\nContent-Length: ";
        int end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        int length = request.IndexOf(Name, StringComparison.Ordinal);
        if (end < 0 || length < 0)
        {
            return end >= 0;
        }

        string value = request[(length + Name.Length)..].Split('\r')[0];
        return request.Length >= end + 4 + int.Parse(value, CultureInfo.InvariantCulture);
    }
}
