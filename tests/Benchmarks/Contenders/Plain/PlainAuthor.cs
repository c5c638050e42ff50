namespace BitbucketPS.Benchmarks.Contenders.Plain;

/// <summary>Who wrote a commit.</summary>
internal sealed record PlainAuthor(string Raw, PlainAccount? User);
