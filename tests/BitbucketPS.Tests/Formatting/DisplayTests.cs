using System.Globalization;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Formatting;

/// <summary>What the views say of ages and states.</summary>
public sealed class DisplayTests : IDisposable
{
    private readonly ModuleRunspace _module = new();

    [Theory]
    [InlineData(0.5, "just now")]
    [InlineData(1.5, "1 minute ago")]
    [InlineData(59.5, "59 minutes ago")]
    [InlineData(61, "1 hour ago")]
    [InlineData(47 * 60, "1 day ago")]
    [InlineData(13.5 * 1440, "13 days ago")]
    [InlineData(15 * 1440, "2 weeks ago")]
    [InlineData(60 * 1440, "8 weeks ago")]
    [InlineData(61 * 1440, "2 months ago")]
    [InlineData(100 * 1440, "3 months ago")]
    [InlineData(730 * 1440, "24 months ago")]
    [InlineData(731 * 1440, "2 years ago")]
    [InlineData(800 * 1440, "2 years ago")]
    [InlineData(-90.5, "in 1 hour")]
    public void Age_OfATime_IsInItsLargestUnit(double minutes, string text)
    {
        DateTimeOffset now = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
        string age = $"{_module.Run("[BitbucketPS.Cmdlets.Display]::Age($time, $now)", ("time", now.AddMinutes(-minutes)), ("now", now)).Clean().Single()}";

        Assert.Equal(text, age);
    }

    [Fact]
    public void Age_OfNothing_IsEmpty() => Assert.Equal("", Say("Age", value: null));

    [Theory]
    [InlineData("MERGED")]
    [InlineData("DECLINED")]
    [InlineData("OPEN")]
    [InlineData("INPROGRESS")]
    public void State_OfAKnownKind_IsPaintedAndEnds(string state)
    {
        string shown = Say("State", state);

        Assert.StartsWith("\e[", shown, StringComparison.Ordinal);
        Assert.EndsWith($"m{state}\e[0m", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void State_ThatIsNew_StaysAsItIs() => Assert.Equal("PONDERING", Say("State", "PONDERING"));

    [Fact]
    public void FirstLine_OfAMessage_IsWithoutTheRest() => Assert.Equal("Fix it", Say("FirstLine", "Fix it\r\n\r\nBecause."));

    public void Dispose() => _module.Dispose();

    private string Say(string method, object? value)
        => string.Format(CultureInfo.InvariantCulture, "{0}", _module.Run($"[BitbucketPS.Cmdlets.Display]::{method}($value)", ("value", value)).Clean().Single());
}
