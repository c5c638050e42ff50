using System.Text.Json;
using System.Text.Json.Serialization;

namespace BitbucketPS.Json;

/// <summary>Reads a commit of which only the hash is of interest.</summary>
internal sealed class HashConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("hash", out JsonElement hash)
            && hash.ValueKind == JsonValueKind.String
            ? hash.GetString()
            : null;
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("hash", value);
        writer.WriteEndObject();
    }
}
