using System.Text.Json;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Takes values out of bodies that fit their shapes.</summary>
internal static class JsonReading
{
    /// <summary>A text with something in it.</summary>
    /// <param name="body">Where.</param>
    /// <param name="name">Of the property.</param>
    /// <param name="path">How errors call it; the name if it is left out.</param>
    /// <exception cref="ApiException">400 if it is not there, or empty.</exception>
    public static string RequireText(this JsonObject body, string name, string? path = null)
    {
        string text = body.Text(name) ?? throw ApiErrors.BadField(path ?? name, "required key not provided");
        return text.Length > 0 ? text : throw ApiErrors.BadField(path ?? name, "must not be empty");
    }

    /// <summary>An object that must be there.</summary>
    /// <exception cref="ApiException">400 if it is not.</exception>
    public static JsonObject RequireObject(this JsonObject body, string name)
        => body[name] as JsonObject ?? throw ApiErrors.BadField(name, "required key not provided");

    /// <summary>A text, or null if it is not there.</summary>
    public static string? Text(this JsonObject body, string name)
        => body[name] is JsonValue value && value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>A whole number, or null if it is not there.</summary>
    public static int? Integer(this JsonObject body, string name)
        => body[name] is JsonValue value && value.TryGetValue(out int number) ? number : null;

    /// <summary>True or false, or null if it is not there.</summary>
    public static bool? Boolean(this JsonObject body, string name)
        => body[name] is JsonValue value && value.TryGetValue(out bool truth) ? truth : null;

    /// <summary>A text at the end of a path of objects such as <c>source.branch.name</c>, or null.</summary>
    public static string? TextAt(this JsonObject body, params ReadOnlySpan<string> path)
    {
        JsonObject? place = body;
        foreach (string name in path[..^1])
        {
            place = place?[name] as JsonObject;
        }

        return place?.Text(path[^1]);
    }
}
