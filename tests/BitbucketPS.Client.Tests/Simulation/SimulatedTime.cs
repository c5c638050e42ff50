using System.Diagnostics;

namespace BitbucketPS.Client.Tests.Simulation;

/// <summary>Runs work in the time of a <see cref="SimulatedClock"/>.</summary>
internal static class SimulatedTime
{
    // How often nothing has to be seen to happen until it counts as quiet.
    private const int Looks = 8;

    private static readonly TimeSpan s_longestSilence = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_longestRun = TimeSpan.FromMinutes(4);

    /// <summary>Runs work to its end, and moves the clock whenever all of it waits.</summary>
    public static async Task<T> RunAsync<T>(this SimulatedClock clock, Func<Task<T>> start)
    {
        Task<T> work = start();
        await clock.PumpAsync(work);
        return await work;
    }

    /// <summary>Runs work to its end, and moves the clock whenever all of it waits.</summary>
    public static async Task RunAsync(this SimulatedClock clock, Func<Task> start)
    {
        Task work = start();
        await clock.PumpAsync(work);
        await work;
    }

    private static Task PumpAsync(this SimulatedClock clock, Task work)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        return Task.Factory.StartNew(
            () => Pump(clock, work, cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    // The real time here is a watchdog's: it decides nothing unless the work hangs.
    private static void Pump(SimulatedClock clock, Task work, CancellationToken cancellationToken)
    {
        Stopwatch run = Stopwatch.StartNew();
        Stopwatch silence = Stopwatch.StartNew();
        while (!work.IsCompleted)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (clock.TryRing() || (IsQuiet(clock, work) && clock.TryAdvance()))
            {
                silence.Restart();
            }
            else if (silence.Elapsed > s_longestSilence || run.Elapsed > s_longestRun)
            {
                throw new TimeoutException($"The work does not end. {clock}");
            }
        }
    }

    private static bool IsQuiet(SimulatedClock clock, Task work)
    {
        long activity = clock.Activity;
        for (int look = 0; look < Looks; look++)
        {
            Thread.Yield();
            if (work.IsCompleted || ThreadPool.PendingWorkItemCount > 0 || clock.Activity != activity)
            {
                return false;
            }
        }

        return true;
    }
}
