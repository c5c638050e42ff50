using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Limits;

public sealed class RateLimitTests : IDisposable
{
    private readonly ModuleRunspace _module = new();

    [Fact]
    public void GetRateLimit_NothingAsked_WritesNothingAndAsksNothing()
    {
        ScriptedServer server = new((_, _, _) => Task.FromResult(ScriptedServer.Branches()));
        server.Connect(_module);

        Assert.Empty(_module.Run("Get-BitbucketRateLimit -Session $session").Clean());
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void GetRateLimit_Table_FitsAndSaysWhatMatters()
    {
        string table = _module.Render(
            "[BitbucketPS.RateLimit]@{ Resource = 'repositories'; Limit = 100000; Used = 43; Rejected = 2; Source = 'Observed';"
            + " NextFreeOn = [DateTimeOffset]::new(2026, 1, 2, 3, 4, 5, [TimeSpan]::Zero); PausedUntil = [DateTimeOffset]::new(2026, 1, 2, 4, 5, 6, [TimeSpan]::Zero) }");

        Assert.Matches("Resource +Limit +Used +Remaining +Rejected +Source +NextFreeOn +PausedUntil", table);
        Assert.Matches(@"repositories +100000 +43 +99957 +2 +Observed +\d\d:\d4:05 +\d\d:\d5:06", table);
        Assert.All(table.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
    }

    public void Dispose() => _module.Dispose();
}
