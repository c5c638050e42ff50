using System.Net;
using System.Net.Http.Headers;
using BitbucketPS.Limits;

namespace BitbucketPS.Http;

/// <summary>Sends one attempt of a request through the handlers, and tells an answer of success from an error.</summary>
internal sealed class RequestSender(BitbucketClientOptions options, Uri baseUri) : IDisposable
{
    private static readonly ProductInfoHeaderValue s_userAgent = new(
        "BitbucketPS",
        typeof(RequestSender).Assembly.GetName().Version?.ToString(fieldCount: 3));

    private readonly HttpMessageInvoker _invoker = Pipeline.Build(options, baseUri);
    private readonly ErrorReader _errors = new(options.Signer, options.TimeProvider);
    private volatile bool _hasAnswered;

    /// <summary>Whether the server has ever answered anything.</summary>
    public bool HasAnswered => _hasAnswered;

    /// <summary>Sends an attempt.</summary>
    /// <returns>The answer, whose status is one of success.</returns>
    /// <exception cref="BitbucketException">Its status is that of an error, or the request cannot be sent at all.</exception>
    public async Task<HttpResponseMessage> SendAsync(
        BitbucketRequest request, RetryPlan plan, RequestContext? context, Passage passage, CancellationToken cancellationToken)
    {
        HttpRequestMessage message = Message(request, context);
        HttpResponseMessage response;
        try
        {
            response = await _invoker.SendAsync(message, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            plan.NoteMethod(message.Method);

            // Disposing of the message would dispose of the body, which the next attempt needs.
            message.Content = null;
            message.Dispose();
        }

        _hasAnswered = true;
        Judge(response, passage);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await _errors.ReadAsync(response, request, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => _invoker.Dispose();

    // By its headers alone: the body may never come.
    private void Judge(HttpResponseMessage response, Passage passage)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            passage.Reject(RetryAfter.Of(response, options.TimeProvider));
        }
        else
        {
            passage.Accept(RateLimitHeaders.Of(response));
        }
    }

    private static HttpRequestMessage Message(BitbucketRequest request, RequestContext? context)
    {
        HttpRequestMessage message = new(request.Method, request.Address)
        {
            Content = request.Content,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrHigher,
        };
        message.Headers.UserAgent.Add(s_userAgent);
        if (!message.Headers.Accept.TryParseAdd(request.Accept))
        {
            message.Dispose();
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"'{request.Accept}' is no media type to ask for.");
        }

        if (context is not null)
        {
            message.Options.Set(RequestContext.Key, context);
        }

        // An empty POST or PUT needs Content-Length: 0, or the service answers 411.
        if (message.Content is null && (request.Method == HttpMethod.Post || request.Method == HttpMethod.Put))
        {
            message.Content = new ByteArrayContent([]);
        }

        return message;
    }
}
