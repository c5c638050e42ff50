using System.Diagnostics;

namespace BitbucketPS.Client.Tests.Simulation;

/// <summary>Runs work in the time of a <see cref="SimulatedClock"/>.</summary>
internal static class SimulatedTime
{
    // How often nothing has to be seen to happen until it counts as quiet, where others keep the pool busy.
    private const int Looks = 8;

    // A day of work takes some ten thousand. In moves, since their time is that of the machine.
    private const int MostMoves = 2_000_000;

    // Only a hang comes here.
    private static readonly TimeSpan s_longestSilence = TimeSpan.FromMinutes(5);

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
        int moves = 0;
        Stopwatch silence = Stopwatch.StartNew();
        while (!work.IsCompleted)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (clock.TryRing() || (IsQuiet(clock, work) && clock.TryAdvance()))
            {
                moves++;
                silence.Restart();
            }
            else if (silence.Elapsed > s_longestSilence)
            {
                throw new TimeoutException($"The work does not end. {clock}");
            }

            Assert.InRange(moves, 0, MostMoves);
        }
    }

    private static bool IsQuiet(SimulatedClock clock, Task work)
    {
        long activity = clock.Activity;
        for (int look = 0; look < Looks; look++)
        {
            // Then there is nothing to wait for: each yield may take as long as the time slice of a program beside this one.
            if (IsPoolAtRest() && clock.Activity == activity)
            {
                return !work.IsCompleted;
            }

            Thread.Yield();
            if (work.IsCompleted || ThreadPool.PendingWorkItemCount > 0 || clock.Activity != activity)
            {
                return false;
            }
        }

        return true;
    }

    // A thread counts as taken from the moment that work is queued for it, until it has found no more.
    private static bool IsPoolAtRest()
    {
        ThreadPool.GetMaxThreads(out int most, out _);
        ThreadPool.GetAvailableThreads(out int free, out _);
        return free == most && ThreadPool.PendingWorkItemCount == 0;
    }
}
