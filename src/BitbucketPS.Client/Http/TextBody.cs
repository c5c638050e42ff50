using System.Text;

namespace BitbucketPS.Http;

/// <summary>Decodes a body as text.</summary>
internal static class TextBody
{
    /// <summary>The text, in the character set that the server names; one that nobody knows counts as UTF-8.</summary>
    public static string Decode(HttpContent content, byte[] bytes)
    {
        using StreamReader reader = new(new MemoryStream(bytes), EncodingOf(content), detectEncodingFromByteOrderMarks: true);
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
