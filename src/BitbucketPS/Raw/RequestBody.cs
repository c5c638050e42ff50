using System.Management.Automation;
using System.Net.Http.Headers;
using System.Text;

namespace BitbucketPS;

/// <summary>Makes the body of a request of what a person gives for it.</summary>
internal static class RequestBody
{
    /// <summary>The body, in memory.</summary>
    /// <returns>The body; null if there is none.</returns>
    /// <exception cref="BitbucketException">It cannot be sent.</exception>
    public static HttpContent? Make(object? body, string contentType)
    {
        if (body is null)
        {
            return null;
        }

        if (!MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type))
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"-ContentType '{contentType}' is no media type.");
        }

        byte[] bytes = (body is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : body) switch
        {
            byte[] raw => raw,
            string text => Encoding.UTF8.GetBytes(text),
            _ when type.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) != true => throw new BitbucketException(
                BitbucketErrorKind.InvalidArgument,
                $"-Body is an object, which can only be sent as JSON, not as {contentType}; give text or bytes."),
            object other => Encoding.UTF8.GetBytes(ObjectToJson.Convert(other)?.ToJsonString() ?? "null"),
        };
        return new ByteArrayContent(bytes) { Headers = { ContentType = type } };
    }
}
