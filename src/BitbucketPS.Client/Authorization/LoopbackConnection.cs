using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace BitbucketPS.Authorization;

/// <summary>One connection to the loopback listener: one request in, one answer out.</summary>
internal sealed class LoopbackConnection(TcpClient client, TimeProvider timeProvider) : IDisposable
{
    // Room for an OAuth 2 code of some thousand characters and a browser's cookies.
    private const int LongestHead = 32 * 1024;

    // How long a browser may take to have read the page before the connection is cut.
    private static readonly TimeSpan s_lingering = TimeSpan.FromSeconds(2);

    /// <summary>An answer without a page.</summary>
    /// <param name="status">Such as <c>404 Not Found</c>.</param>
    /// <param name="header">A further header line, with its line end.</param>
    public static byte[] Status(string status, string header = "")
        => Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\n{header}Content-Length: 0\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"));

    /// <summary>Reads the head of the request, up to the blank line; null where that does not come within the limit.</summary>
    /// <exception cref="IOException">The connection ended before.</exception>
    public async Task<byte[]?> ReadHeadAsync(CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[LongestHead];
        int length = 0;
        while (length < buffer.Length)
        {
            int read = await client.GetStream().ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                throw new EndOfStreamException();
            }

            length += read;
            int end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                return buffer[..end];
            }
        }

        return null;
    }

    /// <summary>Sends the answer, and waits a while until the other side has it and hangs up.</summary>
    /// <remarks>Closing with bytes unread would make the system throw away what the other side has not read yet.</remarks>
    public async Task DeliverAsync(byte[] answer, CancellationToken cancellationToken)
    {
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(answer, cancellationToken).ConfigureAwait(false);
        client.Client.Shutdown(SocketShutdown.Send);
        using CancellationTokenSource lingering = new(s_lingering, timeProvider);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lingering.Token);
        await stream.CopyToAsync(Stream.Null, either.Token).ConfigureAwait(false);
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose() => client.Dispose();
}
