using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>Counts what each caller asks in an hour, and refuses what is too much.</summary>
internal sealed class RateLimiter
{
    // The service says that a limit is near without saying when; a fifth is this server's choice.
    private const int NearShare = 5;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Caller, string Group), RequestWindow> _windows = [];
    private readonly SandboxSettings _settings;
    private readonly TimeProvider _clock;
    private int _accepted;
    private int _rejected;

    public RateLimiter(SandboxSettings settings, TimeProvider clock)
    {
        _settings = settings;
        _clock = clock;
    }

    public int Accepted => Volatile.Read(ref _accepted);

    public int Rejected => Volatile.Read(ref _rejected);

    /// <summary>Counts a request to the API.</summary>
    /// <exception cref="RateLimitException">It is one too many.</exception>
    public void Admit(HttpContext http, RequestTarget target, Credential? credential)
    {
        string caller = credential?.Account.Uuid ?? $"anonymous {http.Connection.RemoteIpAddress}";
        RateSettings rate = _settings.Rate;
        string group = target.Path.StartsWith("/2.0/repositories/", StringComparison.Ordinal) ? "repositories" : "other";
        int left = rate.PerHour is { } limit ? Take(caller, group, limit) : int.MaxValue;
        Interlocked.Increment(ref _accepted);
        if (rate is { IsScaled: true, PerHour: { } told } && credential?.Reach is not null)
        {
            Describe(http.Response.Headers, group, left, told);
        }
    }

    /// <summary>Answers a request that was one too many.</summary>
    public Task RejectAsync(HttpContext http, RateLimitException error)
    {
        if (_settings.Rate.SendsRetryAfter)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(error.Wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        RequestLogEntry.Of(http)?.Problem = error.Message;
        return RateLimitAnswer.WriteAsync(http);
    }

    // Gives how many more there may be.
    private int Take(string caller, string group, int limit)
    {
        lock (_lock)
        {
            DateTimeOffset now = _clock.GetUtcNow();
            if (!_windows.TryGetValue((caller, group), out RequestWindow? window))
            {
                _windows.Add((caller, group), window = new());
            }

            window.MoveTo(now);
            bool isTooMuch = window.Count >= limit;
            if (!isTooMuch || _settings.Rate.RejectedCount)
            {
                window.Add(now);
            }

            if (isTooMuch)
            {
                Interlocked.Increment(ref _rejected);
                throw new RateLimitException(window.WaitFor(limit, now));
            }

            return limit - window.Count;
        }
    }

    private static void Describe(IHeaderDictionary headers, string group, int left, int limit)
    {
        headers["X-RateLimit-Limit"] = limit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Resource"] = group;
        headers["X-RateLimit-NearLimit"] = left < (double)limit / NearShare ? "true" : "false";
    }
}
