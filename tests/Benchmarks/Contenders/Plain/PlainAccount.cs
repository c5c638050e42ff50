namespace BitbucketPS.Benchmarks.Contenders.Plain;

/// <summary>The account of an author.</summary>
internal sealed record PlainAccount(string? DisplayName, string? Nickname, string? Uuid, string? AccountId);
