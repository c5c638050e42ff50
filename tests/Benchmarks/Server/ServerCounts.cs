namespace BitbucketPS.Benchmarks.Server;

/// <summary>What the server saw since its last settings.</summary>
/// <param name="Requests">Requests for the API.</param>
/// <param name="MostAtOnce">The most of them that were in flight at once.</param>
/// <param name="Bytes">Bytes answered.</param>
/// <param name="CpuMilliseconds">What the server itself took of the processors.</param>
internal sealed record ServerCounts(int Requests, int MostAtOnce, long Bytes, double CpuMilliseconds);
