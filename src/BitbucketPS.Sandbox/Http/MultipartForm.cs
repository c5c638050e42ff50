using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace BitbucketPS.Sandbox;

/// <summary>Reads multipart forms, part by part.</summary>
internal static class MultipartForm
{
    /// <summary>What divides the parts of a body of some multipart type; null if it is of another one.</summary>
    /// <param name="request">The request.</param>
    /// <param name="type">The beginning of its media type, such as <c>multipart/</c>.</param>
    public static string? BoundaryOf(HttpRequest request, string type)
        => MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? given)
            && given.MediaType.StartsWith(type, StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(given.Boundary).Value is { Length: > 0 } boundary
            ? boundary
            : null;

    /// <summary>The parts, in their order.</summary>
    /// <exception cref="ApiException">400 for what is no form.</exception>
    public static async IAsyncEnumerable<FormPart> ReadAsync(
        HttpRequest request, string boundary, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        MultipartReader reader = new(boundary, request.Body);
        while (await NextAsync(reader, cancellationToken) is { } part)
        {
            yield return part;
        }
    }

    private static async Task<FormPart?> NextAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken) is { } section ? await ReadAsync(section, cancellationToken) : null;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw new ApiException(400, "The request body is no proper multipart form.") { Detail = e.Message };
        }
    }

    private static async Task<FormPart> ReadAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        ContentDispositionHeaderValue? disposition = section.GetContentDispositionHeader();
        using MemoryStream content = new();
        await section.Body.CopyToAsync(content, cancellationToken);
        return new(
            HeaderUtilities.UnescapeAsQuotedString(disposition?.Name ?? default).Value ?? "",
            disposition is { } header && header.IsFileDisposition() ? HeaderUtilities.UnescapeAsQuotedString(header.FileName).Value ?? "" : null,
            disposition?.Parameters.FirstOrDefault(parameter => parameter.Name == "x-attributes")?.Value.ToString() ?? "",
            content.ToArray());
    }
}
