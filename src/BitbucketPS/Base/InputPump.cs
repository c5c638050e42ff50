using System.Threading.Channels;

namespace BitbucketPS.Cmdlets;

/// <summary>Works on an input in the background, ahead of the engine's thread, into a buffer that it does not overfill.</summary>
internal sealed class InputPump
{
    // A page of most lists: a page is read while the one before it is written, and no more than that is held.
    private const int Capacity = 100;

    private readonly Channel<object?> _items = Channel.CreateBounded<object?>(new BoundedChannelOptions(Capacity) { SingleReader = true, SingleWriter = true });
    private readonly Task _pumping;

    /// <summary>Begins.</summary>
    /// <param name="work">The work.</param>
    /// <param name="items">What it gives.</param>
    public InputPump(InputWork work, IAsyncEnumerable<object?> items)
    {
        Work = work;
        _pumping = Task.Run(() => PumpAsync(items), CancellationToken.None);

        // A failure is thrown at this input's place, or not at all if the pipeline ends before: then it is seen here.
        Ended = _pumping.ContinueWith(
            static pumping => _ = pumping.Exception,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <summary>The work.</summary>
    public InputWork Work { get; }

    /// <summary>What it has given.</summary>
    public ChannelReader<object?> Items => _items.Reader;

    /// <summary>Ends with the work, and never fails.</summary>
    public Task Ended { get; }

    /// <summary>Throws what the work failed with; to be called once all items are read.</summary>
    public void ThrowIfFailed() => _pumping.GetAwaiter().GetResult();

    private async Task PumpAsync(IAsyncEnumerable<object?> items)
    {
        try
        {
            await foreach (object? item in items.WithCancellation(Work.StopToken).ConfigureAwait(false))
            {
                await _items.Writer.WriteAsync(item, Work.StopToken).ConfigureAwait(false);
            }
        }
        finally
        {
            Work.End();
            _items.Writer.Complete();
        }
    }
}
