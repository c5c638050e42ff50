namespace BitbucketPS.Cmdlets;

/// <summary>
/// Does the work on the inputs of a cmdlet, and has what it gives written in their order. Used on the engine's thread only.
/// </summary>
/// <param name="thread">Where the engine's thread waits.</param>
/// <param name="stopToken">Fires when the cmdlet ends before its work does.</param>
internal sealed class InputRunner(PipelineThread thread, CancellationToken stopToken)
{
    private InputQueue? _ahead;
    private InputWork? _pulled;
    private InputWork? _last;

    /// <summary>How many inputs are worked on at once.</summary>
    public required int Limit { get; init; }

    /// <summary>Runs work on a target, and writes its failure.</summary>
    public required Action<object?, Action> Run { get; init; }

    /// <summary>Writes an item.</summary>
    public required Action<InputWork, object?> Write { get; init; }

    /// <summary>Asks the person, and tells what -WhatIf would do.</summary>
    public required Func<string, string, bool> ShouldProcess { get; init; }

    /// <summary>The work whose items are written; null before the first.</summary>
    public InputWork? Current => _ahead?.Head ?? _pulled;

    /// <summary>Takes an input on: what it binds is read now. Its work begins when it is handed back, in the order in which they were taken on.</summary>
    public PreparedWork Prepare(object? target, Func<InputWork, IAsyncEnumerable<object?>> start)
    {
        InputWork work = Next(target);
        return new(work, Begin(work, start));
    }

    /// <summary>
    /// Begins with an input. The first is pulled: its requests are made as its items are wanted, so that whoever wants one item makes
    /// one request. Those after it are worked on ahead.
    /// </summary>
    public void Emit(PreparedWork prepared)
    {
        if (prepared.IsAlone)
        {
            _ahead?.Drain();
        }

        if (prepared.IsAlone || _pulled is null)
        {
            Pull(prepared);
            return;
        }

        _ahead ??= new(Limit, thread, Run, Write);
        _ahead.MakeRoom();
        _ahead.Add(prepared.Work, prepared.Items);
    }

    /// <summary>Writes all that is to come.</summary>
    public void Drain()
    {
        _ahead?.Drain();
        thread.RunPosted();
    }

    /// <summary>Waits for work that has been told to stop: none outlives the cmdlet, and what it uses of the session.</summary>
    public void Abandon() => _ahead?.Abandon();

    private static IAsyncEnumerable<object?> Begin(InputWork work, Func<InputWork, IAsyncEnumerable<object?>> start)
    {
        try
        {
            return start(work);
        }
        catch (BitbucketException e)
        {
            return Results.Failure(e);
        }
    }

    private InputWork Next(object? target) => _last = new(target, _last?.Asked ?? Task.CompletedTask)
    {
        Post = thread.Post,
        ShouldProcess = ShouldProcess,
        StopToken = stopToken,
    };

    private void Pull(PreparedWork prepared)
    {
        _pulled = prepared.Work;
        Run(prepared.Work.Target, () => PullItems(prepared.Work, prepared.Items));
        prepared.Work.End();
    }

    private void PullItems(InputWork work, IAsyncEnumerable<object?> items)
    {
        IAsyncEnumerator<object?> enumerator = items.GetAsyncEnumerator(stopToken);
        try
        {
            while (MoveNext(enumerator.MoveNextAsync()))
            {
                Write(work, enumerator.Current);
            }
        }
        finally
        {
            thread.Wait(enumerator.DisposeAsync().AsTask());
        }
    }

    // Most items of a page are there already: then nothing is allocated, and nobody waits.
    private bool MoveNext(ValueTask<bool> step)
    {
        if (!step.IsCompletedSuccessfully)
        {
            return thread.Wait(step.AsTask());
        }

        thread.RunPosted();
        return step.Result;
    }
}
