using System.Globalization;
using System.Runtime.InteropServices;

namespace BitbucketPS.Limits;

/// <summary>What an answer says of the rate limit. Only access tokens of paid workspaces get these headers, and none tells how much is left.</summary>
/// <param name="Limit">How many requests an hour are allowed (<c>X-RateLimit-Limit</c>).</param>
/// <param name="IsNear">Whether the limit is near (<c>X-RateLimit-NearLimit</c>).</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RateLimitHeaders(long? Limit, bool? IsNear)
{
    public static RateLimitHeaders Of(HttpResponseMessage response) => new(
        long.TryParse(Value(response, "X-RateLimit-Limit"), NumberStyles.None, CultureInfo.InvariantCulture, out long limit) && limit > 0 ? limit : null,
        bool.TryParse(Value(response, "X-RateLimit-NearLimit"), out bool isNear) ? isNear : null);

    private static string? Value(HttpResponseMessage response, string name)
        => response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.FirstOrDefault()?.Trim() : null;
}
