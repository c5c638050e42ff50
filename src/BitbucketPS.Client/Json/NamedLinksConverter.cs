using System.Text.Json;
using System.Text.Json.Serialization;

namespace BitbucketPS.Json;

/// <summary>Reads a list of named links; a single one counts as a list of one.</summary>
internal sealed class NamedLinksConverter : JsonConverter<IReadOnlyList<NamedLink>?>
{
    public override IReadOnlyList<NamedLink>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        JsonElement element = document.RootElement;
        IEnumerable<JsonElement> links = element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [element];
        return [.. links.Select(ReadLink).OfType<NamedLink>()];
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<NamedLink>? value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (NamedLink link in value ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("name", link.Name);
            writer.WriteString("href", link.Href);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static NamedLink? ReadLink(JsonElement link)
        => LinkConverter.Href(link) is { } href
            ? new(link.TryGetProperty("name", out JsonElement name) ? name.ToString() : "", href)
            : null;
}
