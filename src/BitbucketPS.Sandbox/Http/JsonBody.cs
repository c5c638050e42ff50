using System.Text.Json;

namespace BitbucketPS.Sandbox;

/// <summary>Reads request bodies strictly: what the API does not know is an error that names it.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions s_options = new() { AllowDuplicateProperties = false };

    /// <summary>Reads the body as JSON.</summary>
    /// <exception cref="ApiException">400 if it is none, or is not said to be.</exception>
    public static async Task<JsonDocument> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            throw new ApiException(400, "The request body must be JSON, with Content-Type: application/json.");
        }

        try
        {
            return await JsonDocument.ParseAsync(request.Body, s_options, cancellationToken);
        }
        catch (JsonException e)
        {
            throw new ApiException(400, "The request body is not valid JSON.") { Detail = e.Message };
        }
    }

    /// <summary>Checks that a value is an object with known properties only.</summary>
    public static void RequireObject(JsonElement value, string path, params string[] known)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw ApiErrors.BadField(path, "expected an object");
        }

        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (!known.Contains(property.Name, StringComparer.Ordinal))
            {
                throw ApiErrors.BadField(Join(path, property.Name), "extra keys not allowed");
            }
        }
    }

    /// <summary>A property that must be there.</summary>
    public static JsonElement RequireProperty(JsonElement value, string path, string name)
        => value.TryGetProperty(name, out JsonElement property)
            ? property
            : throw ApiErrors.BadField(Join(path, name), "required key not provided");

    /// <summary>A property that must be a text with something in it.</summary>
    public static string RequireText(JsonElement value, string path, string name)
    {
        JsonElement property = RequireProperty(value, path, name);
        if (property.ValueKind != JsonValueKind.String)
        {
            throw ApiErrors.BadField(Join(path, name), "expected str");
        }

        string text = ReadText(property, Join(path, name));
        return text.Length > 0 ? text : throw ApiErrors.BadField(Join(path, name), "must not be empty");
    }

    private static string ReadText(JsonElement value, string path)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw ApiErrors.BadField(path, "half a surrogate pair is no text");
        }
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
