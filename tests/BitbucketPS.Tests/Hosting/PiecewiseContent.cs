using System.Net;
using System.Text;

namespace BitbucketPS.Tests.Hosting;

/// <summary>A body that comes in pieces, and after them does what the test says: ends, breaks off, or stands still.</summary>
/// <param name="pieces">What comes.</param>
/// <param name="then">Runs when more is asked for; the body ends after it.</param>
internal sealed class PiecewiseContent(IEnumerable<string> pieces, Func<CancellationToken, Task> then) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new Pieces(pieces.GetEnumerator(), then));

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private sealed class Pieces(IEnumerator<string> pieces, Func<CancellationToken, Task> then) : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!pieces.MoveNext())
            {
                await then(cancellationToken);
                return 0;
            }

            return Encoding.UTF8.GetBytes(pieces.Current, buffer.Span);
        }
    }
}
