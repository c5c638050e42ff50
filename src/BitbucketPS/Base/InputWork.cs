namespace BitbucketPS.Cmdlets;

/// <summary>The work on one input of a cmdlet: what it is about, and how it asks before it changes something.</summary>
/// <param name="target">The input.</param>
/// <param name="before">Ends once the inputs before this one have nothing more to ask.</param>
internal sealed class InputWork(object? target, Task before) : IProgress<ListProgress>
{
    private const long Unknown = -1;

    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _total = Unknown;

    /// <summary>What its errors and its questions are about; the work may say it more exactly, as long as it has not begun.</summary>
    public object? Target { get; set; } = target;

    /// <summary>How many items its list has, by the server's word; null as long as nobody knows.</summary>
    public long? Total => Volatile.Read(ref _total) is >= 0 and long total ? total : null;

    /// <summary>How many items are to be written of a list of so many; null where only this side knows which ones are meant. All by default.</summary>
    public Func<long, long?> PartOf { get; set; } = static total => total;

    /// <summary>How many items will be written; null as long as nobody knows.</summary>
    public long? Expected => Total is { } total ? PartOf(total) : null;

    /// <summary>How many of its items were written; counted on the engine's thread.</summary>
    public long Written { get; set; }

    /// <summary>Ends once it has nothing more to ask.</summary>
    public Task Asked => Task.WhenAll(before, _asked.Task);

    /// <summary>Has the engine's thread do something; set by the cmdlet.</summary>
    public required Action<Action> Post { get; init; }

    /// <summary>Asks the person, and tells what -WhatIf would do; runs on the engine's thread.</summary>
    public required Func<string, string, bool> ShouldProcess { get; init; }

    /// <summary>Fires when the cmdlet ends before its work does.</summary>
    public required CancellationToken StopToken { get; init; }

    /// <summary>
    /// ShouldProcess for work that is done ahead: to be called once, before anything is changed. The questions of many inputs
    /// come in the order of the inputs, whichever is ready first.
    /// </summary>
    /// <param name="action">What is to be done to the target, in words.</param>
    /// <returns>True if it is to be done.</returns>
    public Task<bool> AskAsync(string action) => AskAsync($"{Target}", action);

    /// <summary>As AskAsync, about something that is only known now.</summary>
    /// <param name="target">What is changed.</param>
    /// <param name="action">What is to be done to it, in words.</param>
    /// <returns>True if it is to be done.</returns>
    public async Task<bool> AskAsync(string target, string action)
    {
        await before.WaitAsync(StopToken).ConfigureAwait(false);

        // What the question throws ends the cmdlet: it is thrown on the engine's thread, and the token ends this wait.
        TaskCompletionSource<bool> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() => answer.SetResult(ShouldProcess(target, action)));
        bool agreed = await answer.Task.WaitAsync(StopToken).ConfigureAwait(false);
        _asked.TrySetResult();
        return agreed;
    }

    /// <summary>Takes note of how far its list was read.</summary>
    public void Report(ListProgress value)
    {
        if (value.Total is { } total)
        {
            Volatile.Write(ref _total, total);
        }
    }

    /// <summary>The work is over: it asks nothing any more.</summary>
    public void End() => _asked.TrySetResult();
}
