namespace BitbucketPS.Sandbox.Tests;

public class CronPatternTests
{
    // A Saturday.
    private static readonly DateTimeOffset s_start = new(2026, 11, 28, 9, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0 0 12 * * ? *", "11-28T12:00 11-29T12:00 11-30T12:00")]
    [InlineData("0 15 8,20 * * ?", "11-28T20:15 11-29T08:15 11-29T20:15 11-30T08:15 11-30T20:15 12-01T08:15")]
    [InlineData("0 30 9 * * ? *", "11-29T09:30 11-30T09:30 12-01T09:30")]
    [InlineData("0 0 0/12 * * ? *", "11-28T12:00 11-29T00:00 11-29T12:00 11-30T00:00 11-30T12:00 12-01T00:00")]
    [InlineData("0 0 6 ? * MON-FRI *", "11-30T06:00 12-01T06:00")]
    [InlineData("0 0 6 ? * 1 *", "11-29T06:00")]
    [InlineData("0 0 6 1 DEC ? *", "12-01T06:00")]
    [InlineData("0 0 6 * * ? 2027", "")]
    public void Pattern_has_its_times(string pattern, string times)
    {
        IEnumerable<DateTimeOffset> found = CronPattern.Read(pattern)!.Between(s_start, s_start.AddDays(3));

        Assert.Equal(times, string.Join(' ', found.Select(time => time.ToString("MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0 0 12 * *")]
    [InlineData("60 0 12 * * ?")]
    [InlineData("0 */5 * * * ?")]
    [InlineData("0 0 12-8 * * ?")]
    [InlineData("0 0 1/0 * * ?")]
    [InlineData("0 0 1/2/3 * * ?")]
    [InlineData("0 0 -1 * * ?")]
    [InlineData("0 0 12 L * ?")]
    [InlineData("0 0 12 ? * 8")]
    public void Text_that_is_no_pattern_is_none(string text) => Assert.Null(CronPattern.Read(text));
}
