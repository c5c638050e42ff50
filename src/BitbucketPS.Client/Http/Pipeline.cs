using System.Net;

namespace BitbucketPS.Http;

/// <summary>Puts the handlers of a request together, in the one order that is right.</summary>
internal static class Pipeline
{
    private static readonly TimeSpan s_connectTimeout = TimeSpan.FromSeconds(15);

    /// <summary>
    /// From the outside in: redirect, sign, log, transport. Redirects lie outside signing, so that each address is signed
    /// for itself; the log lies inside, so that it sees each attempt. Retries and the rate limit lie outside all of them.
    /// </summary>
    public static HttpMessageInvoker Build(BitbucketClientOptions options, Uri baseUri)
    {
        HttpMessageHandler handler = options.Transport ?? CreateTransport();
        handler = new LogHandler(baseUri, options.TimeProvider, text => options.Signer?.Mask(text) ?? text, handler);
        if (options.Signer is not null)
        {
            handler = new SigningHandler(options.Signer, baseUri, handler);
        }

        return new(new RedirectHandler(handler), disposeHandler: true);
    }

    /// <summary>For pages, which are not signed: follows redirects as a browser does.</summary>
    public static HttpMessageInvoker BuildUnsigned() => new(new RedirectHandler(CreateTransport()));

    /// <summary>A connection pool as the client needs it: no redirects, no cookies, no credentials of the machine's.</summary>
    public static SocketsHttpHandler CreateTransport() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = s_connectTimeout,
        Proxy = new LoopbackBypass(HttpClient.DefaultProxy),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        UseCookies = false,
    };
}
