using System.Net;

namespace BitbucketPS.Client.Tests.Simulation;

/// <summary>A body of unknown length that is read piece by piece, as a connection's is.</summary>
internal abstract class SourceContent : HttpContent
{
    private long _handedOut;

    protected SourceContent(string contentType = "application/json")
    {
        Headers.ContentType = new(contentType);
    }

    /// <summary>How many bytes were handed out.</summary>
    public long HandedOut => Interlocked.Read(ref _handedOut);

    /// <summary>Fills a part of the buffer; 0 is the end.</summary>
    protected abstract ValueTask<int> FillAsync(Memory<byte> buffer, CancellationToken cancellationToken);

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new Source(this));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private sealed class Source(SourceContent content) : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = await content.FillAsync(buffer, cancellationToken);
            Interlocked.Add(ref content._handedOut, read);
            return read;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}
