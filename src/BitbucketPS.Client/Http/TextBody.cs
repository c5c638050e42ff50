using System.Text;

namespace BitbucketPS.Http;

/// <summary>Reads bodies as text.</summary>
internal static class TextBody
{
    // Enough for any error or token the API sends; an HTML page of 25 KB is not worth more.
    private const int LongestStart = 64 * 1024;

    /// <summary>The first 64 KiB of a body, as UTF-8: what is meant to be short may be anything.</summary>
    public static async Task<string> ReadStartAsync(HttpContent content, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[LongestStart];
        Stream body = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            int read = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return Encoding.UTF8.GetString(buffer.AsSpan(0, read));
        }
    }

    /// <summary>The text, in the character set that the server names; one that nobody knows counts as UTF-8.</summary>
    public static string Decode(HttpContent content, ReadOnlySpan<byte> bytes)
    {
        using StreamReader reader = new(new MemoryStream(bytes.ToArray()), EncodingOf(content), detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    private static Encoding EncodingOf(HttpContent content)
    {
        try
        {
            return Encoding.GetEncoding(content.Headers.ContentType?.CharSet?.Trim('"') ?? "utf-8");
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }
}
