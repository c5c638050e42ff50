using System.Runtime.CompilerServices;

namespace BitbucketPS.Client.Tests.Simulation;

/// <summary>Looks for failures that nobody looked at. Only for tests of the <see cref="Alone"/>.</summary>
internal static class Unobserved
{
    /// <summary>Runs work, and asserts that it leaves no task behind that failed unseen.</summary>
    public static async Task AssertNoneAsync(Func<Task> work)
    {
        // What other tests left is theirs.
        Collect();
        List<Exception> unseen = [];
        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await RunAsync(work);
            Collect();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        Assert.Empty(unseen);

        void Note(object? sender, UnobservedTaskExceptionEventArgs e)
        {
            unseen.Add(e.Exception);
            e.SetObserved();
        }
    }

    // In a method of its own, so that nothing of it is still on the stack when garbage is collected.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task RunAsync(Func<Task> work) => await work();

    private static void Collect()
    {
        for (int round = 0; round < 3; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
