using System.Text.Json;
using System.Text.Json.Serialization;

namespace BitbucketPS.Json;

/// <summary>Reads an object of which only one property is of interest, which is a text.</summary>
/// <param name="property">The name of the property.</param>
internal abstract class TextPropertyConverter(string property) : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty(property, out JsonElement text)
            && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(property, value);
        writer.WriteEndObject();
    }
}
