using System.Diagnostics;

namespace BitbucketPS.Tests.Hosting;

/// <summary>Waits for processes that are not this one's children, of which the system tells nobody.</summary>
internal static class ProcessWatch
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Whether a process ends in time.</summary>
    public static async Task<bool> EndsAsync(int processId)
    {
        long start = Stopwatch.GetTimestamp();
        while (IsRunning(processId))
        {
            if (Stopwatch.GetElapsedTime(start) > s_patience)
            {
                return false;
            }

            await Task.Delay(s_pause, TestContext.Current.CancellationToken);
        }

        return true;
    }

    /// <summary>Whether a process runs: one that has ended, and that its parent has not asked for, does not.</summary>
    public static bool IsRunning(int processId)
    {
        if (!OperatingSystem.IsLinux())
        {
            return Process.GetProcesses().Any(process => process.Id == processId);
        }

        try
        {
            // The state stands after the name, which is in brackets and may have some itself.
            string stat = File.ReadAllText($"/proc/{processId}/stat");
            return stat[stat.LastIndexOf(')')..] is not [_, _, 'Z' or 'X', ..];
        }
        catch (IOException)
        {
            return false;
        }
    }
}
