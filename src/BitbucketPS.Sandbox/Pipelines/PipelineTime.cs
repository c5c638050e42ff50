using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>Times as Pipelines writes them.</summary>
internal static class PipelineTime
{
    /// <summary>In UTC, ending in <c>Z</c>, with as many digits of the second as are needed.</summary>
    public static string Write(DateTimeOffset time)
        => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
