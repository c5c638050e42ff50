using System.Net;
using System.Text.Json.Serialization.Metadata;
using BitbucketPS.Limits;

namespace BitbucketPS.Http;

/// <summary>
/// The one way from the client to the server: every request passes through <see cref="RunAsync"/>, which sends it, reads its
/// answer, and does both again where that is right.
/// </summary>
/// <remarks>
/// Repeating lies around the reading of the answer and not in a handler, so that an answer that breaks off in its middle is
/// asked for again too, and a place among the requests under way is held until the answer is read.
/// </remarks>
internal sealed class BitbucketConnection : IDisposable
{
    private readonly BitbucketClientOptions _options;
    private readonly RequestSender _sender;
    private readonly RateBudget _budget;
    private readonly ConcurrencyGate _gate;
    private volatile bool _trimsAnswers;

    public BitbucketConnection(BitbucketClientOptions options)
    {
        _options = options;
        _trimsAnswers = options.TrimsAnswers;
        BaseUri = ServerAddress.RequireBase(options.BaseUri, nameof(options.BaseUri));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ThrottleLimit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.ThrottleLimit, 100);
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaximumRetryCount);
        _sender = new(options, BaseUri);
        _budget = new(options.TimeProvider, isSigned: options.Signer is not null, pauses: options.MaximumRetryCount > 0);
        _gate = new(options.ThrottleLimit);
    }

    /// <summary>The server, without a slash at its end.</summary>
    public Uri BaseUri { get; }

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider => _options.TimeProvider;

    /// <summary>How many requests may be under way at once.</summary>
    public int ThrottleLimit => _options.ThrottleLimit;

    /// <summary>Whether lists ask the server to leave out what nobody reads.</summary>
    public bool TrimsAnswers => _trimsAnswers;

    /// <summary>Takes note that the server does not know how to leave something out.</summary>
    public void StopTrimming() => _trimsAnswers = false;

    /// <summary>What is known of the rate limits.</summary>
    public IReadOnlyList<RateLimit> GetRateLimits() => _budget.Snapshot();

    /// <summary>Sends a request and reads the JSON of its answer.</summary>
    public Task<T> ReadJsonAsync<T>(
        BitbucketRequest request,
        JsonTypeInfo<T> type,
        IRequestObserver? observer,
        CancellationToken cancellationToken)
        => RunAsync(
            request,
            async (response, _, token) =>
            {
                using (response)
                {
                    return await JsonBody.ReadAsync(response, request, type, token).ConfigureAwait(false);
                }
            },
            observer,
            cancellationToken);

    /// <summary>Sends a request and reads its answer as text, whatever it is. A repeated DELETE that finds nothing has worked, and has no text.</summary>
    public async Task<RawAnswer> ReadTextAsync(BitbucketRequest request, IRequestObserver? observer, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(
                request,
                async (response, _, token) =>
                {
                    using (response)
                    {
                        using BodyBuffer body = await BodyBuffer.ReadAsync(response.Content, request, token).ConfigureAwait(false);
                        return new RawAnswer(TextBody.Decode(response.Content, body.Bytes), MediaTypes.IsJson(response.Content));
                    }
                },
                observer,
                cancellationToken).ConfigureAwait(false);
        }
        catch (BitbucketApiException e) when (request.Method == HttpMethod.Delete && IsGone(e))
        {
            return new("", IsJson: false);
        }
    }

    /// <summary>Sends a request; an error status becomes an exception, any other answer is the caller's to read and to dispose.</summary>
    public Task<HttpResponseMessage> SendAsync(BitbucketRequest request, IRequestObserver? observer, CancellationToken cancellationToken)
        => RunAsync(request, static (response, _, _) => Task.FromResult(response), observer, cancellationToken);

    /// <summary>Deletes something. A repeated attempt that finds nothing any more has done it the first time.</summary>
    public async Task DeleteAsync(BitbucketRequest request, IRequestObserver? observer, CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage response = await SendAsync(request, observer, cancellationToken).ConfigureAwait(false);
        }
        catch (BitbucketApiException e) when (IsGone(e))
        {
            // The answer that was lost said that it is gone, and it is.
        }
    }

    /// <summary>Sends a request and reads its answer, again where the failure allows it and the server may do better.</summary>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads an answer of success, and disposes it; may be called again if it fails.</param>
    /// <param name="observer">Who watches.</param>
    /// <param name="cancellationToken">Ends it, a wait before the next attempt included.</param>
    public async Task<T> RunAsync<T>(
        BitbucketRequest request,
        Func<HttpResponseMessage, Deadline, CancellationToken, Task<T>> read,
        IRequestObserver? observer,
        CancellationToken cancellationToken)
    {
        using HttpContent? content = request.Content;
        if (content is not null)
        {
            // Each attempt sends and signs it anew.
            await content.LoadIntoBufferAsync().ConfigureAwait(false);
        }

        RetryPlan plan = new(request, _options.MaximumRetryCount, () => _sender.HasAnswered);
        while (true)
        {
            try
            {
                return await AttemptAsync(request, read, plan, observer, cancellationToken).ConfigureAwait(false);
            }
            catch (BitbucketException e)
            {
                if (plan.Next(e) is not { } wait)
                {
                    e.IsOutcomeUnknown = plan.IsOutcomeUnknown;
                    throw;
                }

                await PauseAsync(e, plan, wait, observer, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public void Dispose() => _sender.Dispose();

    private static bool IsGone(BitbucketApiException e) => e is { StatusCode: HttpStatusCode.NotFound, IsOutcomeUnknown: true };

    private async Task<T> AttemptAsync<T>(
        BitbucketRequest request,
        Func<HttpResponseMessage, Deadline, CancellationToken, Task<T>> read,
        RetryPlan plan,
        IRequestObserver? observer,
        CancellationToken cancellationToken)
    {
        GroupBudget budget = _budget.For(request.Address);
        using Passage passage = await Passage.EnterAsync(_gate, budget, observer, cancellationToken).ConfigureAwait(false);
        using Deadline deadline = new(_options, cancellationToken);
        RequestContext? context = observer is null ? null : new(observer, plan.Attempt, budget);
        return await deadline.GuardAsync(request, async token =>
        {
            HttpResponseMessage response = await _sender.SendAsync(request, plan, context, passage, token).ConfigureAwait(false);
            return await read(response, deadline, token).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    // The wait for the rate limit is the budget's: it concerns all requests of the group.
    private async Task PauseAsync(BitbucketException failure, RetryPlan plan, TimeSpan wait, IRequestObserver? observer, CancellationToken cancellationToken)
    {
        if (failure.Kind is BitbucketErrorKind.RateLimited || wait <= TimeSpan.Zero)
        {
            return;
        }

        string reason = FormattableString.Invariant($"{failure.Message} Trying again in {wait.TotalSeconds:0.#} s (attempt {plan.Attempt} of {_options.MaximumRetryCount + 1}).");
        observer?.OnWait(new(reason, TimeProvider.GetUtcNow() + wait, wait, IsRateLimit: false));
        await Task.Delay(wait, TimeProvider, cancellationToken).ConfigureAwait(false);
    }
}
