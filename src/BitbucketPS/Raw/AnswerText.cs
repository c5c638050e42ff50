using System.Text.Json;
using BitbucketPS.Http;

namespace BitbucketPS;

/// <summary>Reads an answer as text, and as JSON where it says that it is.</summary>
internal static class AnswerText
{
    /// <summary>The whole body.</summary>
    /// <exception cref="BitbucketException">The connection broke.</exception>
    public static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new BitbucketException(BitbucketErrorKind.ConnectionBroken, "The connection broke before the answer was complete.", e);
        }
    }

    /// <summary>Objects of JSON; any other text as it is.</summary>
    /// <exception cref="BitbucketException">It says that it is JSON, and is not.</exception>
    public static object? Parse(HttpResponseMessage response, string text)
    {
        if (!MediaTypes.IsJson(response.Content))
        {
            return text;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return JsonToObject.Convert(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new BitbucketException(BitbucketErrorKind.UnexpectedResponse, "The answer says that it is JSON, and cannot be read as such; -Raw shows it.", e);
        }
    }
}
