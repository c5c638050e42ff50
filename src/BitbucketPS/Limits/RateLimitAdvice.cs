using System.Globalization;
using BitbucketPS.Limits;

namespace BitbucketPS.Cmdlets;

/// <summary>What to do about a 429 that was not waited out.</summary>
internal static class RateLimitAdvice
{
    /// <summary>Says when to come back, as far as server and session know.</summary>
    /// <param name="e">The refusal.</param>
    /// <param name="client">The client that was refused.</param>
    public static string For(BitbucketApiException e, BitbucketClient client)
        => $"{When(e, client)}; the limits are counted over a rolling hour, and Get-BitbucketRateLimit shows how far they are used up. "
            + "Connect-Bitbucket -MaximumRetryCount says how often the session waits by itself.";

    private static string When(BitbucketApiException e, BitbucketClient client)
    {
        TimeProvider time = client.Options.TimeProvider;
        DateTimeOffset? stated = e.RetryAfter is { } wait ? time.GetUtcNow() + wait : null;
        return (stated ?? KnownFrom(e, client)) is { } when
            ? string.Create(CultureInfo.InvariantCulture, $"Try again after {TimeZoneInfo.ConvertTime(when, time.LocalTimeZone):HH:mm:ss}")
            : "Wait some minutes and try again";
    }

    private static DateTimeOffset? KnownFrom(BitbucketApiException e, BitbucketClient client)
    {
        string resource = ResourceGroup.Of(e.Path, client.Options.Signer is not null).Name;
        RateLimit? limit = client.GetRateLimits().FirstOrDefault(limit => string.Equals(limit.Resource, resource, StringComparison.Ordinal));

        // Where somebody else used the limit up, the end of this session's own requests says nothing.
        return limit?.PausedUntil ?? (limit?.Remaining == 0 ? limit.NextFreeOn : null);
    }
}
