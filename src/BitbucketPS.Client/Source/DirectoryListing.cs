using System.Text.Json;
using BitbucketPS.Http;

namespace BitbucketPS;

/// <summary>Tells the list of a directory from the content of a file: asked for a path, the service answers either.</summary>
internal static class DirectoryListing
{
    /// <summary>Refuses an answer that is the list of a directory.</summary>
    /// <exception cref="BitbucketException">It is.</exception>
    public static async Task RefuseAsync(HttpResponseMessage response, string path, CancellationToken cancellationToken)
    {
        if (!MediaTypes.IsJson(response.Content) || response.Headers.ETag is not null)
        {
            return;
        }

        // A list is short, and a file of JSON can be read again from here.
        byte[] content = await BufferAsync(response, cancellationToken).ConfigureAwait(false);
        if (IsListing(content, SourcePath.Clean(path)))
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"'{path}' is a directory, and has no content.")
            {
                RecommendedAction = "List it with Get-BitbucketSource; with -File it gives what pipes into Get-BitbucketContent.",
            };
        }
    }

    private static async Task<byte[]> BufferAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        HttpContent body = response.Content;
        byte[] content = await body.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        response.Content = new ByteArrayContent(content) { Headers = { ContentType = body.Headers.ContentType } };
        body.Dispose();
        return content;
    }

    private static bool IsListing(byte[] content, string directory)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(content);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("values", out JsonElement values)
                && values.ValueKind == JsonValueKind.Array
                && values.GetArrayLength() > 0
                && values.EnumerateArray().All(item => IsEntry(item, directory));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsEntry(JsonElement item, string directory)
        => item.ValueKind == JsonValueKind.Object
            && item.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.String
            && type.GetString()!.StartsWith("commit_", StringComparison.Ordinal)
            && item.TryGetProperty("path", out JsonElement path) && path.ValueKind == JsonValueKind.String
            && path.GetString()!.StartsWith(directory, StringComparison.Ordinal);
}
