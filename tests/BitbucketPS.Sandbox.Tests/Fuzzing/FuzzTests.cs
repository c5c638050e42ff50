using System.Diagnostics;
using System.Globalization;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>
/// Nothing that a client sends makes the sandbox fail, hang or stop. <c>FUZZ_SECONDS=600</c> goes on for so long from a seed that
/// nobody has tried, <c>FUZZ_SEED=N</c> begins with one that has been.
/// </summary>
public class FuzzTests
{
    internal const string SecondsVariable = "FUZZ_SECONDS";

    private const int UsualSeed = 20260801;
    private const int UsualRequests = 1000;
    private const int RequestsOfRound = 3000;

    [Fact]
    public async Task No_request_makes_it_fail()
    {
        int? seconds = Number(SecondsVariable);
        int seed = FirstSeed();
        TimeSpan time = TimeSpan.FromSeconds(seconds ?? 0);
        Stopwatch watch = Stopwatch.StartNew();
        int count = 0;
        Dictionary<string, string> problems = new(StringComparer.Ordinal);
        do
        {
            FuzzRound round = new(seed++);
            await round.RunAsync(seconds is null ? UsualRequests : RequestsOfRound);
            count += round.Count;
            problems = problems.Concat(round.Problems).DistinctBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            TestContext.Current.TestOutputHelper?.WriteLine($"Seed {seed - 1}: {string.Join(", ", round.Statuses.Select(pair => $"{pair.Value} × {pair.Key}"))}");
        }
        while (watch.Elapsed < time);

        TestContext.Current.TestOutputHelper?.WriteLine($"{count} requests in {watch.Elapsed.TotalSeconds:N0} s");
        Assert.True(problems.Count == 0, string.Join("\n", problems.Values));
    }

    /// <summary>The seed to begin with: the one that is asked for, a fresh one for a long run, and the same one every day.</summary>
    internal static int FirstSeed()
        => Number("FUZZ_SEED") ?? (Number(SecondsVariable) is null ? UsualSeed : Guid.NewGuid().GetHashCode() & 0x3FFFFFFF);

    /// <summary>A number in the environment.</summary>
    internal static int? Number(string variable)
        => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int number) ? number : null;
}
