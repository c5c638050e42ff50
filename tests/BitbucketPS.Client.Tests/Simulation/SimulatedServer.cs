using System.Collections.Concurrent;
using BitbucketPS.Client.Tests.Http;
using BitbucketPS.Signing;

namespace BitbucketPS.Client.Tests.Simulation;

/// <summary>Stands in for network and server in simulated time: answers by a rule, and remembers what it was asked and when.</summary>
internal sealed class SimulatedServer(
    SimulatedClock clock, Func<RecordedRequest, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private readonly ConcurrentQueue<(DateTimeOffset Time, RecordedRequest Request)> _requests = new();
    private int _underWay;
    private int _mostUnderWay;

    /// <summary>Answers with the steps of a script, one after the other.</summary>
    public SimulatedServer(SimulatedClock clock, params Func<CancellationToken, Task<HttpResponseMessage>>[] script)
        : this(clock, Follow(script))
    {
    }

    /// <summary>What was asked, in its order.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests.Select(request => request.Request)];

    /// <summary>When it was asked.</summary>
    public IReadOnlyList<DateTimeOffset> Times => [.. _requests.Select(request => request.Time)];

    /// <summary>How long it was from each request to the next, in seconds.</summary>
    public IReadOnlyList<double> Waits => [.. Times.Zip(Times.Skip(1), (one, next) => (next - one).TotalSeconds)];

    /// <summary>How many requests waited for their answer's headers.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    /// <summary>How many did at once, at most.</summary>
    public int MostUnderWay => Volatile.Read(ref _mostUnderWay);

    /// <summary>A client that talks to this server.</summary>
    public BitbucketClient CreateClient(int retries = 8, int throttleLimit = 8, IRequestSigner? signer = null) => new(new()
    {
        MaximumRetryCount = retries,
        Signer = signer ?? new BearerSigner("t0psecret"),
        ThrottleLimit = throttleLimit,
        TimeProvider = clock,
        Timeout = SimulatedClock.AttemptLimit,
        Transport = this,
    });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RecordedRequest recorded = await RecordedRequest.TakeAsync(request, cancellationToken);
        _requests.Enqueue((clock.GetUtcNow(), recorded));
        int underWay = Interlocked.Increment(ref _underWay);
        for (int most = MostUnderWay; underWay > most; most = MostUnderWay)
        {
            Interlocked.CompareExchange(ref _mostUnderWay, underWay, most);
        }

        try
        {
            return await answer(recorded, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private static Func<RecordedRequest, CancellationToken, Task<HttpResponseMessage>> Follow(Func<CancellationToken, Task<HttpResponseMessage>>[] script)
    {
        int step = -1;
        return (request, token) =>
        {
            int next = Interlocked.Increment(ref step);
            return next < script.Length
                ? script[next](token)
                : throw new InvalidOperationException($"The script has no answer left for {request.Line}.");
        };
    }
}
