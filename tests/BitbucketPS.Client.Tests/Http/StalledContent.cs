using System.Net;

namespace BitbucketPS.Client.Tests.Http;

/// <summary>A body that says it has begun, and then comes only once it is told to.</summary>
internal sealed class StalledContent : HttpContent
{
    private readonly TaskCompletionSource _reading = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StalledContent()
    {
        Headers.ContentType = new("application/json");
    }

    /// <summary>Done once somebody waits for the body.</summary>
    public Task Reading => _reading.Task;

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new StalledStream(_reading));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private sealed class StalledStream(TaskCompletionSource reading) : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            reading.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
