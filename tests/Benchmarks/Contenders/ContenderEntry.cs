namespace BitbucketPS.Benchmarks.Contenders;

/// <summary>A contender by its name.</summary>
/// <param name="Name">What <c>--only</c> takes.</param>
/// <param name="Summary">What it is, in a few words.</param>
/// <param name="Make">Makes it, in its process; null for one that is no .NET program.</param>
internal sealed record ContenderEntry(string Name, string Summary, Func<Contender>? Make)
{
    /// <summary>Whether the server honours the query <c>fields</c> for it.</summary>
    public bool HonourFields { get; init; }
}
