namespace BitbucketPS.Benchmarks.Contenders.Plain;

/// <summary>One address.</summary>
internal sealed record PlainLink(string Href);
