using System.Text.RegularExpressions;

namespace BitbucketPS.Http;

/// <summary>Tells the observer of the request, if it has one, about each attempt.</summary>
internal sealed partial class LogHandler(Uri baseUri, TimeProvider time, Func<string, string> mask, HttpMessageHandler inner) : DelegatingHandler(inner)
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
        string page = Page().Match(address.Query).Value;
        string path = page.Length > 0 ? $"{address.AbsolutePath}?{page[1..]}" : address.AbsolutePath;
        context.Observer.OnAttempt(new(request.Method.Method, path, response?.StatusCode, elapsed)
        {
            Number = context.Attempt,
            Budget = ServerAddress.SameOrigin(address, baseUri) ? context.Budget.Snapshot() : null,
            Headers = context.Observer.WantsHeaders ? [.. ShownHeaders.Of(request, response).Select(mask)] : [],
        });
    }

    // The one part of a query that tells the requests of a list apart.
    [GeneratedRegex("[?&]page=[0-9]{1,9}(?=&|$)", RegexOptions.None, 1000)]
    private static partial Regex Page();
}
