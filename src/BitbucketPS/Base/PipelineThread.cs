using System.Threading.Channels;

namespace BitbucketPS.Cmdlets;

/// <summary>
/// The bridge between the engine's thread and the client's. The engine's thread waits for tasks here, and meanwhile does
/// what other threads post: only it may write to the streams or ask the host.
/// </summary>
/// <param name="cancel">Ends the tasks that are waited for.</param>
internal sealed class PipelineThread(Action cancel)
{
    private readonly Channel<Action> _posted = Channel.CreateUnbounded<Action>(new() { SingleReader = true });
    private Task? _more;
    private volatile bool _any;

    /// <summary>Hands an action to the engine's thread, which runs it the next time it waits or writes. Callable from any thread.</summary>
    public void Post(Action action)
    {
        _posted.Writer.TryWrite(action);
        _any = true;
    }

    /// <summary>Runs what is posted. It costs next to nothing if there is nothing: it is called for each item.</summary>
    public void RunPosted()
    {
        if (!_any)
        {
            return;
        }

        _any = false;
        while (_posted.Reader.TryRead(out Action? action))
        {
            action();
        }
    }

    /// <summary>Waits for a task on the engine's thread, and runs what is posted meanwhile.</summary>
    public T Wait<T>(Task<T> task)
    {
        Wait((Task)task);
        return task.GetAwaiter().GetResult();
    }

    /// <inheritdoc cref="Wait{T}(Task{T})"/>
    public void Wait(Task task)
    {
        // Blocking is safe here: the engine owns this thread, and the client never captures a context.
        while (!task.IsCompleted)
        {
            RunPosted(task);
            _more = _more is null or { IsCompleted: true } ? _posted.Reader.WaitToReadAsync().AsTask() : _more;
            Task.WaitAny(task, _more);
        }

        RunPosted(task);
        task.GetAwaiter().GetResult();
    }

    private void RunPosted(Task task)
    {
        try
        {
            RunPosted();
        }
        catch
        {
            // Writing to a stream throws once the pipeline is being stopped, or where a preference says Stop. The task must
            // come to its end before its caller cleans up behind it.
            cancel();
            Task.WaitAny(task);
            throw;
        }
    }
}
