namespace BitbucketPS.Benchmarks.Contenders.Plain;

/// <summary>Where a branch is found.</summary>
internal sealed record PlainLinks(PlainLink? Html, PlainLink? Self);
