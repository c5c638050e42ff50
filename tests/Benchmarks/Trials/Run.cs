using BitbucketPS.Benchmarks.Contenders;
using BitbucketPS.Benchmarks.Server;

namespace BitbucketPS.Benchmarks.Trials;

/// <summary>One run, as the contender and as the server saw it.</summary>
internal sealed record Run(Outcome Outcome, ServerCounts Server);
