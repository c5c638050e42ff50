using BitbucketPS.Benchmarks.Contenders;
using BitbucketPS.Benchmarks.Server;

namespace BitbucketPS.Benchmarks.Trials;

/// <summary>One that takes part in a race: a contender, what it is to do, and what the server plays for it.</summary>
/// <param name="Contender">Who.</param>
/// <param name="Job">What it does.</param>
/// <param name="Settings">At which server.</param>
internal sealed record RaceCase(ContenderEntry Contender, Job Job, ServerSettings Settings)
{
    /// <summary>What tells it from others of the same contender; empty if there is none.</summary>
    public string Label { get; init; } = "";
}
