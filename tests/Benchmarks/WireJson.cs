using System.Text.Json.Serialization;
using BitbucketPS.Benchmarks.Contenders;
using BitbucketPS.Benchmarks.Server;

namespace BitbucketPS.Benchmarks;

/// <summary>What the processes of one measurement tell each other.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Outcome))]
[JsonSerializable(typeof(ServerCounts))]
[JsonSerializable(typeof(ServerSettings))]
internal sealed partial class WireJson : JsonSerializerContext;
