namespace BitbucketPS.Http;

/// <summary>A request waits before it is sent, or sent again.</summary>
/// <param name="Reason">Why, as a whole sentence for a person.</param>
/// <param name="Until">Until when.</param>
/// <param name="Length">How long that is from now.</param>
/// <param name="IsRateLimit">True if the server's rate limit is the reason; then other requests of the session wait too.</param>
internal sealed record RequestWait(string Reason, DateTimeOffset Until, TimeSpan Length, bool IsRateLimit);
