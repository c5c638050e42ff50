using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using BitbucketPS.Signing;

namespace BitbucketPS.Http;

/// <summary>Makes the exception of an error answer: status, the server's words, scopes, the raw body.</summary>
internal sealed partial class ErrorReader(IRequestSigner? signer, TimeProvider time)
{
    public async Task<BitbucketApiException> ReadAsync(
        HttpResponseMessage response,
        BitbucketRequest request,
        CancellationToken cancellationToken)
    {
        string body = MaskBody(await ReadBodyAsync(response, cancellationToken).ConfigureAwait(false));
        ErrorBody error = ErrorBody.Parse(response.Content, body);
        IReadOnlyList<string> required = error.RequiredScopes.Count > 0
            ? error.RequiredScopes
            : CredentialHeaders.AcceptedScopes(response);
        return new(KindOf(response.StatusCode, error), Mask(Describe(response, request, error)), response.StatusCode)
        {
            Method = request.Method.Method,
            Path = request.Address.AbsolutePath,
            Operation = request.Operation?.Name,
            Detail = error.Detail,
            Fields = error.Fields,
            RequiredScopes = required.Count > 0 ? required : request.Operation?.Scopes ?? [],
            GrantedScopes = error.GrantedScopes.Count > 0 ? error.GrantedScopes : CredentialHeaders.Scopes(response),
            CredentialType = CredentialHeaders.Type(response),
            RequestId = Header(response, "X-Request-UUID") ?? Header(response, "Atl-TraceId"),
            RetryAfter = RetryAfter.Of(response, time),
            RawBody = body,
        };
    }

    // A refusal by the rate limit stands, whatever becomes of its text: as a broken connection nobody would know what it was.
    private static async Task<string> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await TextBody.ReadStartAsync(response.Content, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (response.StatusCode == HttpStatusCode.TooManyRequests && (e is IOException or HttpRequestException))
        {
            return "";
        }
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
            AppendSentence(text, detail);
        }

        foreach ((string field, string complaint) in error.Fields)
        {
            AppendSentence(text, $"{field}: {complaint}");
        }

        return text.Append($" ({(int)response.StatusCode} {response.ReasonPhrase})".Replace(" )", ")", StringComparison.Ordinal)).ToString();
    }

    // The service ends some messages with a full stop and others not.
    private static void AppendSentence(StringBuilder text, string sentence)
        => text.Append(char.IsPunctuation(text[^1]) ? " " : ". ").Append(sentence);

    private string? Header(HttpResponseMessage response, string name)
        => response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? Mask(string.Join(',', values)) : null;

    private string Mask(string text) => signer is null ? text : signer.Mask(text);

    // A secret may hide behind JSON's escapes, "\/" or "\u002b"; the body stays as it came unless one does.
    private string MaskBody(string body)
    {
        string plain = NeedlessEscapes().Replace(body, static match => match.Value switch
        {
            ['\\', 'u', .. string code] => char.ToString((char)Convert.ToUInt16(code, fromBase: 16)),
            "\\/" => "/",
            _ => match.Value,
        });
        string masked = Mask(plain);
        return string.Equals(plain, masked, StringComparison.Ordinal) ? body : masked;
    }

    // Of ASCII's visible characters only the quote (22) and the backslash (5c) have to be escaped; "\\" is no start of an escape.
    [GeneratedRegex(@"\\(\\|/|u00(2[013-9a-f]|[346][0-9a-f]|5[0-9abdef]|7[0-9a-e]))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NeedlessEscapes();
}
