using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>Times of code insights and webhooks carry nine digits and a Z.</summary>
internal static class ReportTime
{
    public static string ToText(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'00Z'", CultureInfo.InvariantCulture);
}
