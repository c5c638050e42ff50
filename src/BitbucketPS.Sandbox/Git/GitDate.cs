using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <summary>Reads the dates of commits, which need not be any: git takes what is pushed to it.</summary>
internal static class GitDate
{
    private static readonly long s_last = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>Reads seconds since 1970; none is 1970, and later than .NET can tell is as late as it can.</summary>
    public static DateTimeOffset Parse(string seconds)
    {
        _ = long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out long value);
        return DateTimeOffset.FromUnixTimeSeconds(Math.Min(value, s_last));
    }
}
