using System.ComponentModel;
using System.Diagnostics;

namespace BitbucketPS;

/// <summary>Sees to it that a sandbox that has to end does.</summary>
internal static class SandboxEnd
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    // How far apart two processes may read the start of a third.
    private static readonly TimeSpan s_precision = TimeSpan.FromSeconds(2);

    /// <summary>Stops it, whoever holds it; false if it had gone before, and its number is another process's by now.</summary>
    public static async Task<bool> StopAsync(SandboxEntry sandbox, CancellationToken cancellationToken)
    {
        try
        {
            if (!await SandboxControl.StopAsync(sandbox, cancellationToken).ConfigureAwait(false) && IsAnothers(sandbox))
            {
                SandboxRegistry.Remove(sandbox);
                return false;
            }
        }
        catch (TimeoutException)
        {
            // It hangs; it is killed in the end.
        }

        await WaitAsync(sandbox, cancellationToken).ConfigureAwait(false);
        LeaseHold.LoseAll(sandbox.ProcessId);
        return true;
    }

    /// <summary>Waits until one that was told to end is gone, with all that it had on disk; kills it if it does not go.</summary>
    public static async Task WaitAsync(SandboxEntry sandbox, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        while (IsThere(sandbox))
        {
            if (Stopwatch.GetElapsedTime(start) > s_patience)
            {
                Kill(sandbox);
                return;
            }

            await Task.Delay(s_pause, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether there is a process of its number.</summary>
    public static bool HasProcess(SandboxEntry sandbox)
    {
        using Process? process = Find(sandbox);
        return process is not null;
    }

    // The process of another may stay in the list of the system until its own parent asks for it. Its file goes when it is done.
    private static bool IsThere(SandboxEntry sandbox)
        => OwnSandboxes.Has(sandbox.ProcessId) || (SandboxRegistry.Lists(sandbox) && HasProcess(sandbox));

    private static void Kill(SandboxEntry sandbox)
    {
        using Process? process = Find(sandbox);
        try
        {
            if (process is not null && !IsAnothers(sandbox))
            {
                process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has ended just now.
        }

        SandboxRegistry.Remove(sandbox);
    }

    // Numbers of processes come again.
    private static bool IsAnothers(SandboxEntry sandbox)
    {
        using Process? process = Find(sandbox);
        try
        {
            return process is not null && (process.StartTime.ToUniversalTime() - sandbox.StartedOn.UtcDateTime).Duration() >= s_precision;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has ended just now.
            return false;
        }
    }

    private static Process? Find(SandboxEntry sandbox)
    {
        try
        {
            return Process.GetProcessById(sandbox.ProcessId);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
