namespace BitbucketPS.Benchmarks.Contenders.Plain;

/// <summary>A repository, as far as its branches' address needs it.</summary>
internal sealed record PlainRepository(string FullName);
