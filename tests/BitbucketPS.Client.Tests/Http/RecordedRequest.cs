using System.Net.Http.Headers;
using System.Text;

namespace BitbucketPS.Client.Tests.Http;

/// <summary>A request as the transport got it; a copy, since redirects change the message itself.</summary>
internal sealed record RecordedRequest(string Method, Uri Address, string? Authorization, string? Accept, string? ContentType, string? Body)
{
    /// <summary>Method and address as they would go over the wire, for short comparisons.</summary>
    public string Line => $"{Method} {Address.AbsoluteUri}";

    /// <summary>Takes the copy; the body is null where the request has none at all.</summary>
    public static async Task<RecordedRequest> TakeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpRequestHeaders headers = request.Headers;
        return new(
            request.Method.Method,
            request.RequestUri!,
            headers.Authorization?.ToString(),
            headers.Accept.ToString(),
            request.Content?.Headers.ContentType?.ToString(),
            request.Content is null ? null : await ReadAsync(request.Content, cancellationToken));
    }

    // As a connection reads it: ReadAsStringAsync would buffer the content, and hide that the client did not.
    private static async Task<string> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using MemoryStream body = new();
        await content.CopyToAsync(body, cancellationToken);
        return Encoding.UTF8.GetString(body.ToArray());
    }
}
