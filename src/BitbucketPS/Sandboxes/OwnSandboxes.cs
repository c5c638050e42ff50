using System.Collections.Concurrent;

namespace BitbucketPS;

/// <summary>The sandboxes that this process started, and that have not ended.</summary>
internal static class OwnSandboxes
{
    private static readonly ConcurrentDictionary<int, SandboxProcess> s_all = new();

    /// <summary>All of them.</summary>
    public static IEnumerable<SandboxEntry> All => s_all.Values.Where(static process => !process.HasExited).Select(static process => process.Entry);

    /// <summary>Whether a process is one of them.</summary>
    public static bool Has(int processId) => s_all.TryGetValue(processId, out SandboxProcess? process) && !process.HasExited;

    /// <summary>Adds one; those that have ended are forgotten.</summary>
    public static void Add(SandboxProcess process)
    {
        foreach ((int id, SandboxProcess other) in s_all)
        {
            if (other.HasExited)
            {
                s_all.TryRemove(id, out _);
            }
        }

        s_all[process.Entry.ProcessId] = process;
    }
}
