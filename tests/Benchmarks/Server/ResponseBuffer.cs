using System.Globalization;
using System.Text;

namespace BitbucketPS.Benchmarks.Server;

/// <summary>One answer in one piece of memory, head and body, so that it leaves in one call. It is used again and again.</summary>
internal sealed class ResponseBuffer
{
    private const int HeadRoom = 160;

    private byte[] _bytes = new byte[512 * 1024];
    private int _end = HeadRoom;

    /// <summary>Forgets the last answer.</summary>
    public void Clear() => _end = HeadRoom;

    /// <summary>Adds to the body.</summary>
    public void Add(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Reserve(bytes.Length));

    /// <inheritdoc cref="Add(ReadOnlySpan{byte})"/>
    public void Add(string text) => Encoding.UTF8.GetBytes(text, Reserve(Encoding.UTF8.GetByteCount(text)));

    /// <summary>Makes room in the body, to be written at once.</summary>
    public Span<byte> Reserve(int length)
    {
        if (_end + length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _end + length));
        }

        _end += length;
        return _bytes.AsSpan(_end - length, length);
    }

    /// <summary>Puts the head before the body.</summary>
    /// <param name="status">Such as <c>200 OK</c>.</param>
    public ReadOnlyMemory<byte> Finish(string status)
    {
        string head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: {_end - HeadRoom}\r\n\r\n");
        int start = HeadRoom - head.Length;
        Encoding.ASCII.GetBytes(head, _bytes.AsSpan(start));
        return _bytes.AsMemory(start, _end - start);
    }
}
