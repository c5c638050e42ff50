using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;
using BitbucketPS.Limits;

namespace BitbucketPS.Http;

/// <summary>The one way from the client to the server: every request passes through <see cref="SendAsync"/>.</summary>
internal sealed class BitbucketConnection : IDisposable
{
    private static readonly ProductInfoHeaderValue s_userAgent = new(
        "BitbucketPS",
        typeof(BitbucketConnection).Assembly.GetName().Version?.ToString(fieldCount: 3));

    private readonly BitbucketClientOptions _options;
    private readonly HttpMessageInvoker _invoker;
    private readonly ErrorReader _errors;
    private readonly RateBudget _budget = new();

    public BitbucketConnection(BitbucketClientOptions options)
    {
        _options = options;
        BaseUri = ServerAddress.RequireBase(options.BaseUri, nameof(options.BaseUri));
        _invoker = Pipeline.Build(options, BaseUri);
        _errors = new(options.Signer);
    }

    /// <summary>The server, without a slash at its end.</summary>
    public Uri BaseUri { get; }

    /// <summary>Sends a request and reads the JSON of its answer.</summary>
    public async Task<T> ReadJsonAsync<T>(
        BitbucketRequest request,
        JsonTypeInfo<T> type,
        IRequestObserver? observer,
        CancellationToken cancellationToken)
    {
        using Deadline deadline = new(_options, cancellationToken);
        return await deadline.GuardAsync(request, async token =>
        {
            using HttpResponseMessage response = await SendCheckedAsync(request, observer, token).ConfigureAwait(false);
            return await JsonBody.ReadAsync(response, request, type, token).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    /// <summary>Sends a request; an error status becomes an exception, any other answer is the caller's to read and to dispose.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        BitbucketRequest request,
        IRequestObserver? observer,
        CancellationToken cancellationToken)
    {
        using Deadline deadline = new(_options, cancellationToken);
        return await deadline
            .GuardAsync(request, token => SendCheckedAsync(request, observer, token))
            .ConfigureAwait(false);
    }

    /// <summary>Sends a request and reads its answer as text, whatever it is.</summary>
    public async Task<RawAnswer> ReadTextAsync(BitbucketRequest request, IRequestObserver? observer, CancellationToken cancellationToken)
    {
        using Deadline deadline = new(_options, cancellationToken);
        return await deadline.GuardAsync(request, async token =>
        {
            using HttpResponseMessage response = await SendCheckedAsync(request, observer, token).ConfigureAwait(false);
            byte[] bytes = await response.Content.ReadAsByteArrayAsync(token).ConfigureAwait(false);
            return new RawAnswer(TextBody.Decode(response.Content, bytes), MediaTypes.IsJson(response.Content));
        }).ConfigureAwait(false);
    }

    /// <summary>What is known of the rate limits.</summary>
    public IReadOnlyList<RateLimit> GetRateLimits() => _budget.Snapshot();

    public void Dispose() => _invoker.Dispose();

    private async Task<HttpResponseMessage> SendCheckedAsync(
        BitbucketRequest request,
        IRequestObserver? observer,
        CancellationToken cancellationToken)
    {
        using HttpRequestMessage message = new(request.Method, request.Address) { Content = request.Content };
        message.Headers.UserAgent.Add(s_userAgent);
        if (!message.Headers.Accept.TryParseAdd(request.Accept))
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"'{request.Accept}' is no media type to ask for.");
        }

        message.VersionPolicy = HttpVersionPolicy.RequestVersionOrHigher;
        if (observer is not null)
        {
            message.Options.Set(LogHandler.ObserverKey, observer);
        }

        // An empty POST or PUT needs Content-Length: 0, or the service answers 411.
        if (message.Content is null && (request.Method == HttpMethod.Post || request.Method == HttpMethod.Put))
        {
            message.Content = new ByteArrayContent([]);
        }

        HttpResponseMessage response = await _invoker.SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await _errors.ReadAsync(response, request, cancellationToken).ConfigureAwait(false);
        }
    }
}
