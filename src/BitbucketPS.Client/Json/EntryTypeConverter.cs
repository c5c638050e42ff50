using System.Text.Json;
using System.Text.Json.Serialization;

namespace BitbucketPS.Json;

/// <summary>Reads <c>commit_file</c> and <c>commit_directory</c> as <c>file</c> and <c>directory</c>; what is new is kept as it is.</summary>
internal sealed class EntryTypeConverter : JsonConverter<string?>
{
    private const string Prefix = "commit_";

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.GetString() is { } text && text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : reader.GetString();

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options)
        => writer.WriteStringValue(value);
}
