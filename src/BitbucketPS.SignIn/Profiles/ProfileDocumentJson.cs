using System.Buffers;
using System.Text.Json;
using BitbucketPS.Profiles;

namespace BitbucketPS.SignIn.Profiles;

/// <summary>Writes down the profiles of one place.</summary>
internal static class ProfileDocumentJson
{
    private const string DefaultName = "default";
    private const string ProfilesName = "profiles";

    /// <summary>Writes them.</summary>
    /// <param name="document">The profiles.</param>
    public static byte[] Write(ProfileDocument document)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString(DefaultName, document.Default);
            writer.WriteStartArray(ProfilesName);
            foreach (SavedProfile profile in document.Profiles)
            {
                JsonSerializer.Serialize(writer, profile, ProfileJson.Default.SavedProfile);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        byte[] json = buffer.WrittenSpan.ToArray();
        buffer.Clear();
        return json;
    }

    /// <summary>Reads them.</summary>
    /// <param name="json">What was written.</param>
    public static ProfileDocument Read(ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        List<SavedProfile> profiles = [];
        foreach (JsonElement element in document.RootElement.GetProperty(ProfilesName).EnumerateArray())
        {
            profiles.Add(element.Deserialize(ProfileJson.Default.SavedProfile) ?? throw new JsonException("A profile is null."));
        }

        return new(document.RootElement.GetProperty(DefaultName).GetString(), profiles);
    }
}
