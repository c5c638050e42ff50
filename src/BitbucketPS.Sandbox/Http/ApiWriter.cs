using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Writes JSON answers.</summary>
internal static class ApiWriter
{
    public const string ContentType = "application/json; charset=utf-8";

    // The answers are no HTML, and people read them: names stay as they are instead of \uXXXX.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes what an operation answers.</summary>
    public static async Task WriteAsync(HttpContext http, ApiAnswer answer)
    {
        foreach ((string name, string value) in answer.Headers)
        {
            http.Response.Headers[name] = value;
        }

        if (answer.Content is not { } content)
        {
            await WriteAsync(http, answer.Status, answer.Body);
            return;
        }

        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.ContentType;
        http.Response.ContentLength = content.Length;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        await http.Response.Body.WriteAsync(content, http.RequestAborted);
    }

    /// <summary>Writes an answer; without a body nothing but the status.</summary>
    public static async Task WriteAsync(HttpContext http, int status, JsonNode? body)
    {
        http.Response.StatusCode = status;
        if (body is null)
        {
            return;
        }

        using PooledBuffer json = new();
        await using (Utf8JsonWriter writer = new(json, s_options))
        {
            body.WriteTo(writer);
        }

        http.Response.ContentType = ContentType;
        http.Response.ContentLength = json.Length;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        await http.Response.Body.WriteAsync(json.Written, http.RequestAborted);
    }

    /// <summary>Writes an error, with the headers that its status asks for.</summary>
    public static Task WriteErrorAsync(HttpContext http, ApiException error)
    {
        RequestLogEntry.Of(http)?.Note(error);
        if (error.Status == 401 && http.Response.Headers.WWWAuthenticate.Count == 0)
        {
            http.Response.Headers.WWWAuthenticate = OAuthEndpoints.Challenge;
        }

        if (error.Allow is not null)
        {
            http.Response.Headers.Allow = error.Allow;
        }

        if (error.Location is not null)
        {
            http.Response.Headers.Location = error.Location;
        }

        return WriteAsync(http, error.Status, error.ToJson());
    }
}
