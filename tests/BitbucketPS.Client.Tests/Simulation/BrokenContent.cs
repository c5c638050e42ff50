namespace BitbucketPS.Client.Tests.Simulation;

/// <summary>A body whose connection breaks after its beginning.</summary>
internal sealed class BrokenContent(byte[] beginning, string contentType = "application/json") : SourceContent(contentType)
{
    private int _given;

    protected override ValueTask<int> FillAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        int count = Math.Min(buffer.Length, beginning.Length - _given);
        if (count == 0)
        {
            throw new HttpIOException(HttpRequestError.ResponseEnded);
        }

        beginning.AsMemory(_given, count).CopyTo(buffer);
        _given += count;
        return ValueTask.FromResult(count);
    }
}
