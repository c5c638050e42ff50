using System.Net;

namespace BitbucketPS.Http;

/// <summary>
/// Follows redirects itself, since HttpClient's own way drops the credential on every one of them, to the same server
/// included. The signing handler below decides anew for each address whether it may see the credential.
/// </summary>
internal sealed class RedirectHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    // Browsers allow 20; the API needs 1 or 2 (a pull request's diff, a repository that moved).
    private const int MostRedirects = 10;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (int redirects = 0; ; redirects++)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (!IsRedirect(response.StatusCode) || response.Headers.Location is not { } location)
            {
                return response;
            }

            using (response)
            {
                Follow(request, response.StatusCode, location);
            }

            if (redirects == MostRedirects)
            {
                throw Refuse(request, $"redirects more than {MostRedirects} times");
            }
        }
    }

    private static bool IsRedirect(HttpStatusCode status) => status
        is HttpStatusCode.MovedPermanently
        or HttpStatusCode.Found
        or HttpStatusCode.SeeOther
        or HttpStatusCode.TemporaryRedirect
        or HttpStatusCode.PermanentRedirect;

    // RFC 9110 section 15.4: 303 always turns into GET, 301 and 302 turn POST into GET, 307 and 308 change nothing.
    private static void Follow(HttpRequestMessage request, HttpStatusCode status, Uri location)
    {
        if (!Uri.TryCreate(request.RequestUri, location, out Uri? target))
        {
            throw Refuse(request, "redirects to what is no address");
        }

        // Plain http to this machine is fine where the request began there, but not for an answer from elsewhere to lead to.
        if (!ServerAddress.IsSecure(target)
            || (request.RequestUri!.Scheme is "https" && target.Scheme is not "https"))
        {
            throw Refuse(request, $"redirects to {target.Scheme}://{target.Authority}, which is not secure");
        }

        if (request.Method != HttpMethod.Head && (status == HttpStatusCode.SeeOther
            || (request.Method == HttpMethod.Post && status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found)))
        {
            request.Method = HttpMethod.Get;
            request.Content = null;
        }

        if (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head
            && !ServerAddress.SameOrigin(request.RequestUri!, target))
        {
            throw Refuse(request, $"redirects a {request.Method} to another server, {target.Authority}");
        }

        request.RequestUri = target;
    }

    private static BitbucketException Refuse(HttpRequestMessage request, string what)
        => new(BitbucketErrorKind.UnexpectedResponse, $"{request.RequestUri!.AbsolutePath} {what}; it was not followed.") { Hint = RetryHint.Hopeless };
}
