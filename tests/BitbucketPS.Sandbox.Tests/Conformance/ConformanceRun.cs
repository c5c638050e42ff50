using System.Collections.Concurrent;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>Plays each scenario once, in a sandbox of its own, for all tests that look at its answers.</summary>
internal static class ConformanceRun
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<ScenarioRunner>>> s_runs = new(StringComparer.Ordinal);

    public static Task<ScenarioRunner> PlayAsync(string name)
        => s_runs.GetOrAdd(name, key => new(() => PlayNowAsync(key))).Value;

    private static async Task<ScenarioRunner> PlayNowAsync(string name)
    {
        SandboxFixture sandbox = new();
        await sandbox.InitializeAsync();
        try
        {
            ScenarioRunner runner = new(sandbox);
            await runner.PlayAsync(ScenarioFile.Read(name));
            return runner;
        }
        finally
        {
            await sandbox.DisposeAsync();
        }
    }
}
