namespace BitbucketPS.Tests.Hosting;

/// <summary>Lets requests wait for one another: it opens once a number of them has come.</summary>
internal sealed class Gate(int count)
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _missing = count;

    /// <summary>Ends once as many have come as were to.</summary>
    public Task Opened => _open.Task;

    /// <summary>Comes.</summary>
    public void Come()
    {
        if (Interlocked.Decrement(ref _missing) == 0)
        {
            Open();
        }
    }

    /// <summary>Comes, and waits for the others.</summary>
    public Task ComeAsync(CancellationToken cancellationToken)
    {
        Come();
        return _open.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Lets all go on, whoever has come.</summary>
    public void Open() => _open.TrySetResult();
}
