using System.Globalization;
using System.Net;
using BitbucketPS.Client.Tests.Http;

namespace BitbucketPS.Client.Tests.Simulation;

/// <summary>A server that takes so many requests in a rolling hour, and answers 429 to all others.</summary>
internal sealed class LimitedServer(SimulatedClock clock, int limit)
{
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _counted = new();
    private readonly DateTimeOffset _start = clock.GetUtcNow();
    private long _others;

    /// <summary>True if those that are refused count too.</summary>
    public bool CountsRejected { get; init; }

    /// <summary>True if a 429 says how long to wait.</summary>
    public bool SaysRetryAfter { get; init; }

    /// <summary>True if answers name the limit.</summary>
    public bool SaysLimit { get; init; }

    /// <summary>How many requests an hour other clients send, evenly.</summary>
    public int OthersPerHour { get; init; }

    /// <summary>How many requests were taken.</summary>
    public int Accepted { get; private set; }

    /// <summary>How many were refused.</summary>
    public int Rejected { get; private set; }

    /// <summary>Answers a request, after a while, with what a request within the limit gets.</summary>
    public async Task<HttpResponseMessage> AnswerAsync(Func<HttpResponseMessage> answer, CancellationToken cancellationToken)
    {
        await clock.DelayAsync(TimeSpan.FromMilliseconds(100), cancellationToken);
        TimeSpan? retryAfter;
        lock (_lock)
        {
            retryAfter = Count(clock.GetUtcNow());
        }

        await clock.DelayAsync(TimeSpan.FromMilliseconds(100), cancellationToken);
        HttpResponseMessage response = retryAfter is null ? answer() : Refusal(retryAfter.Value);
        return SaysLimit ? response.With("X-RateLimit-Limit", limit.ToString(CultureInfo.InvariantCulture)) : response;
    }

    private TimeSpan? Count(DateTimeOffset now)
    {
        CountOthers(now);
        bool isWithin = TryCount(now);
        Accepted += isWithin ? 1 : 0;
        Rejected += isWithin ? 0 : 1;
        return isWithin ? null : _counted.Peek() + s_hour - now;
    }

    private void CountOthers(DateTimeOffset now)
    {
        for (long due = (long)((now - _start).TotalHours * OthersPerHour); _others < due; _others++)
        {
            TryCount(_start + (_others * s_hour / OthersPerHour));
        }
    }

    private bool TryCount(DateTimeOffset when)
    {
        while (_counted.TryPeek(out DateTimeOffset oldest) && oldest + s_hour <= when)
        {
            _counted.Dequeue();
        }

        bool isWithin = _counted.Count < limit;
        if (isWithin || CountsRejected)
        {
            _counted.Enqueue(when);
        }

        return isWithin;
    }

    private HttpResponseMessage Refusal(TimeSpan wait)
    {
        HttpResponseMessage response = Answers.Text("Rate limit for this resource has been exceeded", "text/plain", HttpStatusCode.TooManyRequests);
        return SaysRetryAfter ? response.With("Retry-After", Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture)) : response;
    }
}
