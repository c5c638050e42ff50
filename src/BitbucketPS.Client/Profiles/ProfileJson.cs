using System.Text.Json.Serialization;

namespace BitbucketPS.Profiles;

/// <summary>How profiles are written down: for a store's own file, and as the text that a vault keeps.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(SavedProfile))]
public sealed partial class ProfileJson : JsonSerializerContext;
