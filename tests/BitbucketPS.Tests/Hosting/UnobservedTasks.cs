using System.Runtime.CompilerServices;

namespace BitbucketPS.Tests.Hosting;

/// <summary>Takes note of the failures of tasks that nobody looked at.</summary>
internal sealed class UnobservedTasks : IDisposable
{
    private readonly List<Exception> _failures = [];

    public UnobservedTasks() => TaskScheduler.UnobservedTaskException += Note;

    /// <summary>The failures so far.</summary>
    // Twice: what is found unreachable the first time may be what kept a task alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Exception[] Collect()
    {
        for (int i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        lock (_failures)
        {
            return [.. _failures];
        }
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= Note;

    private void Note(object? sender, UnobservedTaskExceptionEventArgs e)
    {
        lock (_failures)
        {
            _failures.Add(e.Exception);
        }
    }
}
