using System.Text.Json;
using System.Text.Json.Nodes;

namespace BitbucketPS.Sandbox;

/// <summary>Reads the bodies of requests strictly.</summary>
internal static class JsonBody
{
    // What the service takes is not known; a list of 100 annotations with long texts fits many times.
    private const int Largest = 4 * 1024 * 1024;

    /// <summary>Reads the body an operation takes, and holds it against its shape.</summary>
    /// <returns>Null where there is none, or where the operation reads it by itself.</returns>
    /// <exception cref="ApiException">400 if it is not as it should be, 411 and 413 for its length.</exception>
    public static async Task<JsonNode?> ReadAsync(HttpRequest request, ApiOperation operation, CancellationToken cancellationToken)
    {
        RequireLength(request);
        BodyRule rule = operation.Body;
        if (rule.TakesForms && !request.HasJsonContentType())
        {
            return null;
        }

        JsonNode? body = await ReadAsync(request, rule, cancellationToken);
        if (body is null)
        {
            return rule.IsOptional ? null : throw new ApiException(400, "This request needs a body.");
        }

        ShapeCheck.Require(body, rule.Shape ?? new(ShapeKind.Object), "");
        foreach (string name in rule.Required.Where(name => (body as JsonObject)?[name] is null))
        {
            throw ApiErrors.BadField(name, "required key not provided");
        }

        return body;
    }

    // Bitbucket: "an empty POST or PUT needs Content-Length: 0".
    private static void RequireLength(HttpRequest request)
    {
        if (request.ContentLength is null && request.Headers.TransferEncoding.Count == 0 && request.Method is "POST" or "PUT")
        {
            throw new ApiException(411, "Length Required");
        }

        if (request.ContentLength > Largest && request.HasJsonContentType())
        {
            throw new ApiException(413, "Request Entity Too Large");
        }
    }

    private static async Task<JsonNode?> ReadAsync(HttpRequest request, BodyRule rule, CancellationToken cancellationToken)
    {
        if (request.ContentLength is 0 || (request.ContentLength is null && request.Headers.TransferEncoding.Count == 0))
        {
            return null;
        }

        if (request.HasFormContentTypeOnly())
        {
            return FlatForm.ToJson(await request.ReadFormTextAsync(cancellationToken), rule.Shape);
        }

        if (!request.HasJsonContentType())
        {
            throw new ApiException(400, "The request body must be JSON, with Content-Type: application/json.");
        }

        try
        {
            return await StrictJson.ReadAsync(request.Body, cancellationToken);
        }
        catch (JsonException e)
        {
            throw new ApiException(400, "The request body is not valid JSON.") { Detail = e.Message };
        }
    }
}
