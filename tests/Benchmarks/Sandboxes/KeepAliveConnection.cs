using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace BitbucketPS.Benchmarks.Sandboxes;

/// <summary>
/// A connection that asks for the same again and again. It reads no more of an answer than it needs to find the next one: what is
/// measured is the server, and the processors are the same.
/// </summary>
internal sealed class KeepAliveConnection : IDisposable
{
    private const string Length = "\r\nContent-Length: ";

    private readonly TcpClient _client = new() { NoDelay = true };
    private readonly byte[] _buffer = new byte[256 * 1024];
    private readonly byte[] _request;

    /// <summary>Prepares a request, and sends nothing yet.</summary>
    /// <param name="address">Of the server.</param>
    /// <param name="target">Path and query.</param>
    /// <param name="token">The Bearer token.</param>
    public KeepAliveConnection(Uri address, string target, string token)
    {
        _request = Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {token}\r\n\r\n");
        _client.Connect(address.Host, address.Port);
    }

    /// <summary>Asks, and reads the answer to its end.</summary>
    /// <returns>How many bytes it was.</returns>
    /// <exception cref="InvalidOperationException">It was no answer with status 200 and a length.</exception>
    public async Task<int> AskAsync()
    {
        NetworkStream stream = _client.GetStream();
        await stream.WriteAsync(_request);
        int read = 0;
        int? total = null;
        while (total is null || read < total)
        {
            // The head fits the buffer; of a body that does not, the end is written over.
            int more = await stream.ReadAsync(_buffer.AsMemory(total is null ? read : 0));
            read += more > 0 ? more : throw new InvalidOperationException("The server closed the connection.");
            total ??= TotalOf(_buffer.AsSpan(0, read));
        }

        return read;
    }

    /// <summary>Closes it.</summary>
    public void Dispose() => _client.Dispose();

    private static int? TotalOf(ReadOnlySpan<byte> start)
    {
        int end = start.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return null;
        }

        string head = Encoding.ASCII.GetString(start[..(end + 2)]);
        int at = head.IndexOf(Length, StringComparison.OrdinalIgnoreCase);
        if (!head.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal) || at < 0)
        {
            throw new InvalidOperationException($"Not expected: {head}");
        }

        ReadOnlySpan<char> rest = head.AsSpan(at + Length.Length);
        return end + 4 + int.Parse(rest[..rest.IndexOf('\r')], CultureInfo.InvariantCulture);
    }
}
