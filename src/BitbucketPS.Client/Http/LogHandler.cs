using BitbucketPS.Paging;

namespace BitbucketPS.Http;

/// <summary>Tells the observer of the request, if it has one, about each attempt.</summary>
internal sealed class LogHandler(Uri baseUri, TimeProvider time, Func<string, string> mask, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(RequestContext.Key, out RequestContext? context))
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        long start = time.GetTimestamp();
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return response;
        }
        finally
        {
            Tell(context, request, response, time.GetElapsedTime(start));
        }
    }

    private void Tell(RequestContext context, HttpRequestMessage request, HttpResponseMessage? response, TimeSpan elapsed)
    {
        Uri address = request.RequestUri!;

        // The one part of a query that tells the requests of a list apart.
        string page = PageNumberLink.Find(address) is { } link ? FormattableString.Invariant($"?page={link.Number}") : "";
        context.Observer.OnAttempt(new(request.Method.Method, address.AbsolutePath + page, response?.StatusCode, elapsed)
        {
            Number = context.Attempt,
            Budget = ServerAddress.SameOrigin(address, baseUri) ? context.Budget.Snapshot() : null,
            Headers = context.Observer.WantsHeaders ? [.. ShownHeaders.Of(request, response).Select(mask)] : [],
        });
    }
}
