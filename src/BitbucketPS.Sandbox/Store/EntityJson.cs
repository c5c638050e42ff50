using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BitbucketPS.Sandbox;

/// <summary>What the sandbox remembers as JSON, for its files and for exports.</summary>
internal static class EntityJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,

        // A record that lacks something, or has null where none may be, is of another version or made by hand.
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,

        // They are worked out anew from the others.
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Writes a change: <c>{"kind": …, "owner": …, "id": …, "value": {…}}</c>, without a value if something was removed.</summary>
    public static void Write(Utf8JsonWriter writer, EntityChange change)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", change.Key.Kind);
        writer.WriteString("owner", change.Key.Owner);
        if (change.Entity is null)
        {
            writer.WriteString("id", change.Id);
        }
        else
        {
            writer.WritePropertyName("value");
            JsonSerializer.Serialize(writer, change.Entity, change.Entity.GetType(), Options);
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads a change.</summary>
    /// <exception cref="FormatException">It is none, or of a kind that is not known.</exception>
    public static EntityChange Read(JsonElement json)
    {
        try
        {
            Type type = EntityKinds.Require(json.GetProperty("kind").GetString());
            EntityKey key = new(type.Name, json.GetProperty("owner").GetString() ?? "");
            if (!json.TryGetProperty("value", out JsonElement value))
            {
                return new(key, json.GetProperty("id").GetString() ?? "", Entity: null);
            }

            IEntity entity = (IEntity?)value.Deserialize(type, Options) ?? throw new FormatException($"A {type.Name} is null.");
            return new(key, entity.Id, entity);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException or NotSupportedException)
        {
            throw new FormatException($"Something that is remembered cannot be read: {e.Message}", e);
        }
    }
}
