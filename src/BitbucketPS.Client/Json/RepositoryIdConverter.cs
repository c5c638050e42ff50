using System.Text.Json;
using System.Text.Json.Serialization;

namespace BitbucketPS.Json;

/// <summary>Reads a repository of which only the address is of interest, such as <c>"parent": {"full_name": "acme/web"}</c>.</summary>
internal sealed class RepositoryIdConverter : JsonConverter<RepositoryId?>
{
    public override RepositoryId? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("full_name", out JsonElement name)
            && name.ValueKind == JsonValueKind.String
            && RepositoryId.TryParse(name.GetString(), out RepositoryId? id)
            ? id
            : null;
    }

    public override void Write(Utf8JsonWriter writer, RepositoryId? value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("full_name", value?.ToString());
        writer.WriteEndObject();
    }
}
