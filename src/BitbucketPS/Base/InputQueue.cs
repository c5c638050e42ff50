namespace BitbucketPS.Cmdlets;

/// <summary>
/// The inputs that are worked on ahead, in the order in which they came. Results and errors are written in that order, those of
/// the first while it is still worked on. Used on the engine's thread only.
/// </summary>
/// <param name="limit">How many inputs are worked on at once.</param>
/// <param name="thread">Where the engine's thread waits.</param>
/// <param name="run">Runs work on a target, and writes its failure.</param>
/// <param name="write">Writes an item.</param>
internal sealed class InputQueue(int limit, PipelineThread thread, Action<object?, Action> run, Action<InputWork, object?> write)
{
    private readonly Queue<InputPump> _pumps = new();

    /// <summary>The work whose items are written next; null if there is none.</summary>
    public InputWork? Head => _pumps.TryPeek(out InputPump? pump) ? pump.Work : null;

    /// <summary>Waits until another input may be begun, and writes meanwhile.</summary>
    public void MakeRoom()
    {
        while (_pumps.Count >= limit)
        {
            Finish();
        }
    }

    /// <summary>Begins with an input, and writes what is there of those before it, without waiting.</summary>
    public void Add(InputWork work, IAsyncEnumerable<object?> items)
    {
        _pumps.Enqueue(new(work, items));
        thread.RunPosted();
        while (_pumps.TryPeek(out InputPump? head) && Write(head, waits: false))
        {
            _pumps.Dequeue();
        }
    }

    /// <summary>Writes all that is to come.</summary>
    public void Drain()
    {
        while (_pumps.Count > 0)
        {
            Finish();
        }
    }

    /// <summary>Waits for work that has been told to stop: none outlives the cmdlet, and what it uses of the session.</summary>
    public void Abandon()
    {
        Task.WaitAll([.. _pumps.Select(pump => pump.Ended)]);
        _pumps.Clear();
    }

    private void Finish()
    {
        Write(_pumps.Peek(), waits: true);
        _pumps.Dequeue();
    }

    // True if the input is done with; a failure ends it too.
    private bool Write(InputPump pump, bool waits)
    {
        bool ended = true;
        run(pump.Work.Target, () => ended = WriteItems(pump, waits));
        return ended;
    }

    private bool WriteItems(InputPump pump, bool waits)
    {
        while (true)
        {
            while (pump.Items.TryRead(out object? item))
            {
                thread.RunPosted();
                write(pump.Work, item);
            }

            if (pump.Items.Completion.IsCompleted)
            {
                pump.ThrowIfFailed();
                return true;
            }

            if (!waits)
            {
                return false;
            }

            thread.Wait(pump.Items.WaitToReadAsync(pump.Work.StopToken).AsTask());
        }
    }
}
