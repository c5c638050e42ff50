namespace BitbucketPS.Benchmarks.Contenders.Plain;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
internal sealed record PlainPage<T>(IReadOnlyList<T> Values, int Size, Uri? Next);
