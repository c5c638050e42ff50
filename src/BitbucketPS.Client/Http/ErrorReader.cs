using System.Net;
using System.Text;
using BitbucketPS.Signing;

namespace BitbucketPS.Http;

/// <summary>Makes the exception of an error answer: status, the server's words, scopes, the raw body.</summary>
internal sealed class ErrorReader(IRequestSigner? signer)
{
    // Enough for any error the API sends; an HTML page of 25 KB is not worth more.
    private const int MostBytes = 64 * 1024;

    public async Task<BitbucketApiException> ReadAsync(
        HttpResponseMessage response,
        BitbucketRequest request,
        CancellationToken cancellationToken)
    {
        string body = Mask(await ReadBodyAsync(response.Content, cancellationToken).ConfigureAwait(false));
        ErrorBody error = ErrorBody.Parse(response.Content, body);
        IReadOnlyList<string> required = error.RequiredScopes.Count > 0
            ? error.RequiredScopes
            : Scopes(response, "X-Accepted-OAuth-Scopes");
        return new(KindOf(response.StatusCode, error), Describe(response, request, error), response.StatusCode)
        {
            Method = request.Method.Method,
            Path = request.Address.AbsolutePath,
            Operation = request.Operation?.Name,
            Detail = error.Detail,
            Fields = error.Fields,
            RequiredScopes = required.Count > 0 ? required : request.Operation?.Scopes ?? [],
            GrantedScopes = error.GrantedScopes.Count > 0 ? error.GrantedScopes : Scopes(response, "X-OAuth-Scopes"),
            RequestId = Header(response, "X-Request-UUID") ?? Header(response, "Atl-TraceId"),
            RawBody = body,
        };
    }

    private static BitbucketErrorKind KindOf(HttpStatusCode status, ErrorBody error) => (int)status switch
    {
        400 when error.SaysExists => BitbucketErrorKind.Conflict,
        400 or 405 or 406 or 411 or 413 or 415 or 422 => BitbucketErrorKind.BadRequest,
        401 when error.SaysExpired => BitbucketErrorKind.TokenExpired,
        401 => BitbucketErrorKind.Unauthorized,
        403 => BitbucketErrorKind.Forbidden,
        404 => BitbucketErrorKind.NotFound,
        409 => BitbucketErrorKind.Conflict,
        410 => BitbucketErrorKind.Gone,
        429 => BitbucketErrorKind.RateLimited,
        >= 500 => BitbucketErrorKind.ServerError,
        _ => BitbucketErrorKind.RequestFailed,
    };

    private static string Describe(HttpResponseMessage response, BitbucketRequest request, ErrorBody error)
    {
        StringBuilder text = new(error.Message ?? $"{request.Method} {request.Address.AbsolutePath} was refused.");
        if (error.Detail is { Length: > 0 } detail && !string.Equals(detail, error.Message, StringComparison.Ordinal))
        {
            // The service ends some messages with a full stop and others not.
            text.Append(char.IsPunctuation(text[^1]) ? " " : ". ").Append(detail);
        }

        foreach ((string field, string complaint) in error.Fields)
        {
            text.Append(' ').Append(field).Append(": ").Append(complaint);
        }

        return text.Append($" ({(int)response.StatusCode} {response.ReasonPhrase})".Replace(" )", ")", StringComparison.Ordinal)).ToString();
    }

    private static async Task<string> ReadBodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[MostBytes];
        Stream body = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            int read = await body.ReadAtLeastAsync(buffer, MostBytes, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return Encoding.UTF8.GetString(buffer.AsSpan(0, read));
        }
    }

    private static string[] Scopes(HttpResponseMessage response, string name)
        => Header(response, name)?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static string? Header(HttpResponseMessage response, string name)
        => response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(',', values) : null;

    private string Mask(string text) => signer is null ? text : signer.Mask(text);
}
