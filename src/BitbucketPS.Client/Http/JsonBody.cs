using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BitbucketPS.Http;

/// <summary>Writes the JSON of a request and reads that of an answer, and says clearly when there is none.</summary>
internal static class JsonBody
{
    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    public static HttpContent Write<T>(T value, JsonTypeInfo<T> type)
        => new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(value, type))
        {
            Headers = { ContentType = new(MediaTypes.Json) },
        };

    public static async Task<T> ReadAsync<T>(
        HttpResponseMessage response,
        BitbucketRequest request,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken)
    {
        RequireReady(response, request);
        RequireJson(response, request);
        using BodyBuffer body = await BodyBuffer.ReadAsync(response.Content, request, cancellationToken).ConfigureAwait(false);
        return Parse(body.Bytes, request, type);
    }

    private static T Parse<T>(ReadOnlySpan<byte> body, BitbucketRequest request, JsonTypeInfo<T> type)
    {
        ReadOnlySpan<byte> text = body.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body;
        try
        {
            T? value = JsonSerializer.Deserialize(text, type);
            return value is null ? throw Unexpected(request, "null, where an object was expected") : value;
        }
        catch (JsonException e)
        {
            throw Unexpected(request, $"JSON that cannot be read at {e.Path ?? "$"}, line {e.LineNumber + 1}", e, IsCut(text) ? RetryHint.Cut : RetryHint.None);
        }
    }

    // Not all brackets are closed, with one of which all JSON of the API begins: it was cut on its way, though its length is as announced.
    // Those within texts are counted too, but there they come in pairs, or so rarely alone that it does not matter.
    private static bool IsCut(ReadOnlySpan<byte> text)
        => text.TrimEnd(" \t\r\n"u8) is not [.., (byte)'}' or (byte)']']
            || text.Count((byte)'{') + text.Count((byte)'[') > text.Count((byte)'}') + text.Count((byte)']');

    // To a question, 202 is no answer yet, and whatever comes with it says no more than that.
    private static void RequireReady(HttpResponseMessage response, BitbucketRequest request)
    {
        if (response.StatusCode == HttpStatusCode.Accepted && request.Method == HttpMethod.Get)
        {
            throw new BitbucketException(
                BitbucketErrorKind.RequestFailed,
                $"{request.Method} {request.Address.AbsolutePath} has no answer yet (202 Accepted): the service is still indexing what was asked for.")
            {
                RecommendedAction = "Wait a minute, then run the command again.",
            };
        }
    }

    private static void RequireJson(HttpResponseMessage response, BitbucketRequest request)
    {
        if (!MediaTypes.MayBeJson(response.Content))
        {
            string? type = response.Content.Headers.ContentType?.MediaType;
            throw Unexpected(request, $"{(int)response.StatusCode} with {type} instead of JSON");
        }
    }

    private static BitbucketException Unexpected(BitbucketRequest request, string what, Exception? inner = null, RetryHint hint = RetryHint.None)
        => new(BitbucketErrorKind.UnexpectedResponse, $"{request.Method} {request.Address.AbsolutePath} answered {what}.", inner)
        {
            Hint = hint,
            RecommendedAction = $"Check that {request.Address.Authority} is the API's server (-BaseUri); a proxy or a sign-in page may stand in between.",
        };
}
