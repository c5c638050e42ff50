namespace BitbucketPS.Profiles;

/// <summary>Work that another thread is to do, unless it is called off before it begins.</summary>
internal sealed class PostedCall<T>(Func<T> work)
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _taken;

    /// <summary>Ends with the work, or when it was called off.</summary>
    public Task<T> Task => _done.Task;

    /// <summary>Does the work. What it throws belongs to who waits, not to this thread.</summary>
    public void Run()
    {
        if (Interlocked.Exchange(ref _taken, 1) != 0)
        {
            return;
        }

        try
        {
            _done.SetResult(work());
        }
        catch (OperationCanceledException)
        {
            _done.SetCanceled();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _done.SetException(e);
        }
    }

    /// <summary>Calls it off; too late once it has begun.</summary>
    public void CallOff()
    {
        if (Interlocked.Exchange(ref _taken, 1) == 0)
        {
            _done.SetCanceled();
        }
    }
}
