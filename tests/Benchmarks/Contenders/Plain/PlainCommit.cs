namespace BitbucketPS.Benchmarks.Contenders.Plain;

/// <summary>The commit that a branch points to.</summary>
internal sealed record PlainCommit(string Hash, DateTimeOffset? Date, string? Message, PlainAuthor? Author);
