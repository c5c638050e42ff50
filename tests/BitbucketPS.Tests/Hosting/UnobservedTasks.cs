using System.Runtime.CompilerServices;

namespace BitbucketPS.Tests.Hosting;

/// <summary>Takes note of the failures of tasks that nobody looked at. Only for tests of the <see cref="Alone"/>.</summary>
internal sealed class UnobservedTasks : IDisposable
{
    private readonly List<Exception> _failures = [];

    public UnobservedTasks()
    {
        // What other tests left is theirs.
        FindUnreachable();
        TaskScheduler.UnobservedTaskException += Note;
    }

    /// <summary>The failures so far.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Exception[] Collect()
    {
        FindUnreachable();
        lock (_failures)
        {
            return [.. _failures];
        }
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= Note;

    // Twice: what is found unreachable the first time may be what kept a task alive.
    private static void FindUnreachable()
    {
        for (int i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private void Note(object? sender, UnobservedTaskExceptionEventArgs e)
    {
        lock (_failures)
        {
            _failures.Add(e.Exception);
        }
    }
}
