using System.Net.Sockets;
using System.Text;

namespace BitbucketPS.Benchmarks.Server;

/// <summary>One connection: request after request, as long as the other side keeps it. Only GET is known.</summary>
internal sealed class Connection(Socket socket, World world)
{
    private static readonly byte[] s_endOfHead = "\r\n\r\n"u8.ToArray();

    private readonly ResponseBuffer _answer = new();
    private readonly byte[] _input = new byte[16 * 1024];
    private int _length;

    /// <summary>Serves it until it ends.</summary>
    public async Task ServeAsync()
    {
        using (socket)
        {
            try
            {
                while (await ReadTargetAsync() is { } target)
                {
                    _answer.Clear();
                    await socket.SendAsync(await world.AnswerAsync(target, _answer));
                }
            }
            catch (SocketException)
            {
                // The other side is gone, which ends a connection as well as any word would.
            }
        }
    }

    private async ValueTask<string?> ReadTargetAsync()
    {
        int end;
        while ((end = _input.AsSpan(0, _length).IndexOf(s_endOfHead)) < 0)
        {
            int read = await socket.ReceiveAsync(_input.AsMemory(_length));
            if (read == 0)
            {
                return null;
            }

            _length += read;
        }

        string target = TargetOf(_input.AsSpan(0, end));
        int used = end + s_endOfHead.Length;
        _input.AsSpan(used, _length - used).CopyTo(_input);
        _length -= used;
        return target;
    }

    // "GET /2.0/user HTTP/1.1"; anything else finds nothing.
    private static string TargetOf(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("GET "u8))
        {
            return "/";
        }

        ReadOnlySpan<byte> rest = head[4..];
        return Encoding.ASCII.GetString(rest[..rest.IndexOf((byte)' ')]);
    }
}
