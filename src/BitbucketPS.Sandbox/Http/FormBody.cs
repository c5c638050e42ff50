using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace BitbucketPS.Sandbox;

/// <summary>Reads form bodies without interpreting them: a signature covers them as they were sent.</summary>
internal static class FormBody
{
    private const string MediaType = "application/x-www-form-urlencoded";

    /// <summary>Whether the body is such a form; multipart forms are none (RFC 5849 section 3.4.1.3.1).</summary>
    public static bool HasFormContentTypeOnly(this HttpRequest request)
        => MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            && type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase);

    /// <summary>The form of a request that may come without one; empty then.</summary>
    /// <exception cref="ApiException">400 if its body is something else, which would be overlooked otherwise.</exception>
    public static async Task<string> ReadOptionalFormAsync(this HttpRequest request, CancellationToken cancellationToken)
    {
        string text = await request.ReadFormTextAsync(cancellationToken);
        return text.Length == 0 || request.HasFormContentTypeOnly()
            ? text
            : throw new ApiException(400, $"The request body must be a form, with Content-Type: {MediaType}.");
    }

    /// <summary>Waits for the whole of the body: a change that waits for it in its turn would keep all others from theirs.</summary>
    public static async Task BufferAsync(this HttpRequest request, CancellationToken cancellationToken)
    {
        request.EnableBuffering();
        await request.Body.DrainAsync(cancellationToken);
        request.Body.Position = 0;
    }

    /// <summary>The body, byte for byte as far as it is ASCII; anything else cannot be in a proper form.</summary>
    public static async Task<string> ReadFormTextAsync(this HttpRequest request, CancellationToken cancellationToken)
    {
        request.EnableBuffering();
        using StreamReader reader = new(request.Body, Encoding.Latin1, leaveOpen: true);
        string text = await reader.ReadToEndAsync(cancellationToken);
        request.Body.Position = 0;
        return text;
    }
}
