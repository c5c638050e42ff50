namespace BitbucketPS.Http;

/// <summary>The media types that the client tells apart.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";

    public const string Any = "*/*";

    public const string Text = "text/plain";

    /// <summary>True for <c>application/json</c> and anything <c>+json</c>.</summary>
    public static bool IsJson(HttpContent content)
    {
        string? type = content.Headers.ContentType?.MediaType;
        return type is not null
            && (type.Equals(Json, StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True for JSON, and where an edge proxy left the type out: then the body has to speak for itself.</summary>
    public static bool MayBeJson(HttpContent content) => content.Headers.ContentType is null || IsJson(content);

    /// <summary>True for plain text, which people can read; HTML is not, and may hold the caller's profile.</summary>
    public static bool IsPlainText(HttpContent content)
        => Text.Equals(content.Headers.ContentType?.MediaType, StringComparison.OrdinalIgnoreCase);
}
