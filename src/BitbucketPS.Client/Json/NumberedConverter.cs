using System.Text.Json;
using System.Text.Json.Serialization;

namespace BitbucketPS.Json;

/// <summary>Reads an object of which only the number is of interest, such as <c>"parent": {"id": 7}</c>.</summary>
internal sealed class NumberedConverter : JsonConverter<long?>
{
    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("id", out JsonElement id)
            && id.ValueKind == JsonValueKind.Number
            && id.TryGetInt64(out long number)
            ? number
            : null;
    }

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options)
    {
        if (value is not { } number)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteNumber("id", number);
        writer.WriteEndObject();
    }
}
