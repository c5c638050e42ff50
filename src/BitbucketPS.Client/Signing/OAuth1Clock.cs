using System.Net;

namespace BitbucketPS.Signing;

/// <summary>This machine's clock, set by what a server says about its own. Safe for use from many threads at once.</summary>
internal sealed class OAuth1Clock(TimeProvider timeProvider)
{
    // Servers allow between one minute and ten. A slow answer makes its Date header look late by less than
    // this, so a refusal that has another cause is not taken for a wrong clock.
    private static readonly TimeSpan s_tolerance = TimeSpan.FromSeconds(30);

    // Where the server says that it is the timestamp, only the one-second steps of the Date header are in doubt.
    private static readonly TimeSpan s_toleranceWhenTold = TimeSpan.FromSeconds(2);

    // The offset that an attempt was signed with travels with it: others may learn a new one meanwhile.
    private static readonly HttpRequestOptionsKey<TimeSpan> s_offsetUsed = new("BitbucketPS.OAuth1.ClockOffset");

    private long _offset;

    /// <summary>The timestamp for an attempt (RFC 5849 section 3.3): seconds since 1970, as the server counts them.</summary>
    public long Timestamp(HttpRequestMessage request)
    {
        TimeSpan offset = TimeSpan.FromTicks(Interlocked.Read(ref _offset));
        request.Options.Set(s_offsetUsed, offset);
        return (timeProvider.GetUtcNow() + offset).ToUnixTimeSeconds();
    }

    /// <summary>Learns from a refusal how far this clock is off.</summary>
    /// <param name="response">The refusal.</param>
    /// <param name="problem">The server's report, where it made one.</param>
    /// <returns>
    /// True if the attempt was signed with a wrong time and the right one is known now;
    /// false once it was signed with the right one, so that no caller goes round in circles.
    /// </returns>
    public bool Learn(HttpResponseMessage response, OAuth1Problem? problem)
    {
        // RFC 5849 section 3.2 wants 401 for a bad timestamp; oauthlib's servers answer 400.
        if (response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest))
        {
            return false;
        }

        TimeSpan used = OffsetUsed(response);
        bool told = string.Equals(problem?.Word, OAuth1Problem.TimestampRefused, StringComparison.Ordinal);
        TimeSpan? right = (told ? FromRange(problem, used) : null) ?? FromDate(response);
        if (right is null || (right.Value - used).Duration() <= (told ? s_toleranceWhenTold : s_tolerance))
        {
            return false;
        }

        Interlocked.Exchange(ref _offset, right.Value.Ticks);
        return true;
    }

    private TimeSpan OffsetUsed(HttpResponseMessage response)
        => response.RequestMessage is HttpRequestMessage request && request.Options.TryGetValue(s_offsetUsed, out TimeSpan used)
            ? used
            : TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    private TimeSpan? FromDate(HttpResponseMessage response) => response.Headers.Date - timeProvider.GetUtcNow();

    // The offset that hits the middle of the range, or the one in use where it hits the range already.
    private TimeSpan? FromRange(OAuth1Problem? problem, TimeSpan used)
    {
        if (problem is not { EarliestTimestamp: long earliest, LatestTimestamp: long latest } || earliest > latest)
        {
            return null;
        }

        DateTimeOffset now = timeProvider.GetUtcNow();
        long sent = (now + used).ToUnixTimeSeconds();
        return sent >= earliest && sent <= latest
            ? used
            : DateTimeOffset.FromUnixTimeSeconds(earliest + ((latest - earliest) / 2)) - now;
    }
}
