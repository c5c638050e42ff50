using System.Net.Http.Headers;

namespace BitbucketPS.Http;

/// <summary>What -Debug shows of a request and its answer: headers of which it is known that they hold nothing secret, and no others.</summary>
internal static class ShownHeaders
{
    private static readonly HashSet<string> s_shown = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Encoding", "Age", "Allow", "Atl-TraceId", "Cache-Control", "Connection", "Content-Disposition", "Content-Encoding",
        "Content-Language", "Content-Length", "Content-Range", "Content-Type", "Date", "ETag", "Expires", "If-Modified-Since",
        "If-None-Match", "Last-Modified", "Range", "Retry-After", "Server", "Transfer-Encoding", "User-Agent", "Vary", "Via",
        "X-Accepted-OAuth-Scopes", "X-Credential-Type", "X-OAuth-Scopes", "X-RateLimit-Limit", "X-RateLimit-NearLimit",
        "X-RateLimit-Resource", "X-Request-UUID", "X-Served-By",
    };

    // Of a query only what tells one list or page from another; a signed address of a media store has its signature there.
    private static readonly HashSet<string> s_shownQuery = new(StringComparer.Ordinal) { "page", "pagelen", "q", "sort", "fields", "role", "state" };

    /// <summary>The headers of both, one line each.</summary>
    public static IReadOnlyList<string> Of(HttpRequestMessage request, HttpResponseMessage? response)
    {
        List<string> lines = [$"> {request.Method} {request.RequestUri!.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)}{Query(request.RequestUri)}"];
        if (request.Headers.Authorization is { } authorization)
        {
            lines.Add($"> Authorization: {authorization.Scheme} ***");
        }

        lines.AddRange(Lines('>', request.Headers).Concat(Lines('>', request.Content?.Headers)));
        if (response is not null)
        {
            lines.Add($"< HTTP/{response.Version} {(int)response.StatusCode} {response.ReasonPhrase}");
            lines.AddRange(Lines('<', response.Headers).Concat(Lines('<', response.Content.Headers)));
        }

        return lines;
    }

    private static string Query(Uri address)
    {
        string[] parts = [.. QueryString.Pairs(address).Select(pair => s_shownQuery.Contains(QueryString.NameOf(pair)) ? pair : $"{QueryString.NameOf(pair)}=***")];
        return parts.Length == 0 ? "" : $"?{string.Join('&', parts)}";
    }

    private static IEnumerable<string> Lines(char direction, HttpHeaders? headers)
        => headers is null
            ? []
            : headers.NonValidated.Select(header => $"{direction} {header.Key}: {(s_shown.Contains(header.Key) ? header.Value.ToString() : "***")}")
                .Where(line => !line.Contains(" Authorization:", StringComparison.OrdinalIgnoreCase));
}
