namespace BitbucketPS.Benchmarks.Contenders.Plain;

/// <summary>A branch, with the members that the module's has.</summary>
internal sealed record PlainBranch(
    string Name,
    PlainCommit? Target,
    string? DefaultMergeStrategy,
    IReadOnlyList<string>? MergeStrategies,
    PlainLinks? Links);
