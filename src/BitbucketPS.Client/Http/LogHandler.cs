namespace BitbucketPS.Http;

/// <summary>Tells the observer of the request, if it has one, about each attempt.</summary>
internal sealed class LogHandler(TimeProvider time, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>Where a request carries its observer.</summary>
    public static HttpRequestOptionsKey<IRequestObserver> ObserverKey { get; } = new("BitbucketPS.Observer");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(ObserverKey, out IRequestObserver? observer))
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
            string path = request.RequestUri!.AbsolutePath;
            observer.OnAttempt(new(request.Method.Method, path, response?.StatusCode, time.GetElapsedTime(start)));
        }
    }
}
