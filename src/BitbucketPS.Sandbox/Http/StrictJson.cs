using System.Text.Json;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Reads JSON in which no name comes twice and every name and text is one.</summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions s_options = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a body.</summary>
    /// <exception cref="JsonException">It is no JSON, or not in UTF-8, or a name is in it twice or is no text.</exception>
    /// <exception cref="ApiException">400 with the field whose value is no text.</exception>
    public static async Task<JsonNode?> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            using JsonDocument document = await JsonDocument.ParseAsync(body, s_options, cancellationToken);
            JsonNode? node = JsonNode.Parse(document.RootElement.GetRawText());
            RequireText(node);
            return node;
        }
        catch (InvalidOperationException e)
        {
            // The parser minds neither half a surrogate pair nor bytes that are no UTF-8 until somebody reads them.
            throw new JsonException("The body holds what is no Unicode text.", e);
        }
    }

    private static void RequireText(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach ((_, JsonNode? member) in members)
                {
                    RequireText(member);
                }

                break;
            case JsonArray items:
                foreach (JsonNode? item in items)
                {
                    RequireText(item);
                }

                break;
            case JsonValue value when value.GetValueKind() is JsonValueKind.String:
                RequireText(value);
                break;
        }
    }

    private static void RequireText(JsonValue value)
    {
        try
        {
            _ = value.GetValue<string>();
        }
        catch (InvalidOperationException)
        {
            throw ApiErrors.BadField(value.GetPath().TrimStart('$', '.'), "half a surrogate pair is no text");
        }
    }
}
