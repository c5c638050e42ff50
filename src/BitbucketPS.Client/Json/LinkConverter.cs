using System.Text.Json;
using System.Text.Json.Serialization;

namespace BitbucketPS.Json;

/// <summary>Reads <c>{"href": "…"}</c> as its address; any link may also come as a list, then it is the first one's.</summary>
internal sealed class LinkConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        JsonElement element = document.RootElement;
        if (element.ValueKind == JsonValueKind.Array)
        {
            element = element.EnumerateArray().FirstOrDefault();
        }

        return Href(element);
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("href", value);
        writer.WriteEndObject();
    }

    internal static string? Href(JsonElement link)
        => link.ValueKind == JsonValueKind.Object
            && link.TryGetProperty("href", out JsonElement href)
            && href.ValueKind == JsonValueKind.String
            ? href.GetString()
            : null;
}
