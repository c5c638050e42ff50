namespace BitbucketPS.Client.Tests.Simulation;

/// <summary>A body that comes piece by piece, with a wait before each but the first.</summary>
internal sealed class DrippingContent(
    SimulatedClock clock, byte[] body, TimeSpan interval, int pieceLength = 8, string contentType = "application/json") : SourceContent(contentType)
{
    private int _given;

    /// <summary>Called when the end is reached.</summary>
    public Action OnEnd { get; init; } = () => { };

    protected override async ValueTask<int> FillAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_given > 0)
        {
            await clock.DelayAsync(interval, cancellationToken);
        }

        int count = Math.Min(Math.Min(buffer.Length, pieceLength), body.Length - _given);
        body.AsMemory(_given, count).CopyTo(buffer);
        _given += count;
        if (count == 0)
        {
            OnEnd();
        }

        return count;
    }
}
