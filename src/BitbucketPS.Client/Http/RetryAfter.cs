using System.Net.Http.Headers;

namespace BitbucketPS.Http;

/// <summary>What <c>Retry-After</c> says (RFC 9110 section 10.2.3): seconds, or a date.</summary>
internal static class RetryAfter
{
    /// <summary>The longest wait that is worth it: no rate limit lasts longer than a rolling hour.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromMinutes(61);

    /// <summary>How long to wait; null where the header is missing, or asks for no wait at all, which would only be refused again.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider time)
    {
        RetryConditionHeaderValue? value = response.Headers.RetryAfter;
        if (value?.Delta is { } seconds)
        {
            return Positive(seconds);
        }

        // By the server's own clock where it tells it: this machine's may be off.
        return value?.Date is { } date ? Positive(date - (response.Headers.Date ?? time.GetUtcNow())) : null;
    }

    private static TimeSpan? Positive(TimeSpan wait) => wait > TimeSpan.Zero ? wait : null;
}
