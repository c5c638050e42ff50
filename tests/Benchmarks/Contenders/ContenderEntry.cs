using BitbucketPS.Benchmarks.Contenders.External;

namespace BitbucketPS.Benchmarks.Contenders;

/// <summary>A contender by its name.</summary>
/// <param name="Name">What <c>--only</c> takes.</param>
/// <param name="Summary">What it is, in a few words.</param>
/// <param name="Make">Makes it, in its process; null for one that is a program of its own.</param>
internal sealed record ContenderEntry(string Name, string Summary, Func<Contender>? Make)
{
    /// <summary>The program; null for one that this program is.</summary>
    public ExternalProgram? External { get; init; }

    /// <summary>Whether the server honours the query <c>fields</c> for it.</summary>
    public bool HonourFields { get; init; }
}
