using System.Text.Json.Serialization;

namespace BitbucketPS.Benchmarks.Contenders.Plain;

/// <summary>How JSON is read, written by the compiler.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PlainPage<PlainBranch>))]
[JsonSerializable(typeof(PlainPage<PlainRepository>))]
internal sealed partial class PlainJson : JsonSerializerContext;
