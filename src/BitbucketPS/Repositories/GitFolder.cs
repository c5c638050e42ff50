using System.Diagnostics;

namespace BitbucketPS;

/// <summary>Asks git about the clone that a folder lies in.</summary>
/// <param name="folder">The folder.</param>
/// <param name="patience">The time for all questions together.</param>
internal sealed class GitFolder(string folder, TimeSpan patience)
{
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>What is left of the time.</summary>
    public TimeSpan Patience
        => patience - Stopwatch.GetElapsedTime(_start) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <summary>Git's answer; null where there is no git.</summary>
    /// <exception cref="TimeoutException">It did not answer in time.</exception>
    public QuickAnswer? Ask(params string[] arguments)
        => QuickProgram.AskAsync("git", ["-C", folder, .. arguments], Patience).GetAwaiter().GetResult();

    /// <summary>The branch that is checked out, which may have no commit yet; null if there is none.</summary>
    public string? CheckedOut() => Ask("symbolic-ref", "--quiet", "--short", "HEAD")?.Line;
}
