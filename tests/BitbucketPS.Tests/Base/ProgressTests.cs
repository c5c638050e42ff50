using System.Collections.Concurrent;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Net;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Base;

/// <summary>Progress is shown of what lasts, a few times a second, by the clock of the session.</summary>
public sealed class ProgressTests : IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(200);

    private readonly ModuleRunspace _module = new();
    private readonly FakeClock _clock = new();
    private readonly BlockingCollection<ProgressRecord> _records = [];

    public ProgressTests() => _module.SetVariable("ProgressPreference", ActionPreference.Continue);

    [Fact]
    public async Task Progress_WhatLastsOverASecond_IsShownAndTakenAway()
    {
        Gate asked = new(1);
        Gate answer = new(int.MaxValue);
        ScriptedServer server = new(async (_, path, token) =>
        {
            if (ScriptedServer.SlugOf(path) is "r2")
            {
                asked.Come();
                await answer.ComeAsync(token);
            }

            return ScriptedServer.Branches("a", "b");
        });
        server.Connect(_module, time: _clock);
        Task<ScriptResult> running = Start("'acme/r1', 'acme/r2' | Get-BitbucketBranch -Session $session");
        await asked.Opened;

        _clock.Advance(TimeSpan.FromSeconds(1));
        ProgressRecord first = Next();
        _clock.Advance(s_interval);
        ProgressRecord second = Next();
        answer.Open();
        (await running).Clean();
        ProgressRecord last = Next();

        Assert.All([first, second], record => Assert.Equal("Get-BitbucketBranch acme/r2|0 so far|-1|Processing", Text(record)));
        Assert.Equal(ProgressRecordType.Completed, last.RecordType);
        Assert.Empty(_records);
    }

    [Fact]
    public async Task Progress_WhatIsOverWithinASecond_IsNotShown()
    {
        ScriptedServer server = new((_, _, _) =>
        {
            _clock.Advance(TimeSpan.FromMilliseconds(900));
            return Task.FromResult(ScriptedServer.Branches("a", "b"));
        });
        server.Connect(_module, time: _clock);

        (await Start("Get-BitbucketBranch website -Session $session")).Clean();

        Assert.Empty(_records);
    }

    [Fact]
    public async Task Progress_ItemsFlow_IsWrittenAFewTimesASecond()
    {
        // Each item takes 10 ms further down, by the clock of the session.
        ScriptedServer server = new((_, _, _) => Task.FromResult(ScriptedServer.Branches(Enumerable.Range(0, 400).Select(i => $"b{i}"))));
        server.Connect(_module, time: _clock);
        _module.SetVariable("clock", _clock);

        ScriptResult result = await Start("Get-BitbucketBranch website -Session $session | ForEach-Object { $clock.Advance([TimeSpan]::FromMilliseconds(10)); $_ }");

        Assert.Equal(400, result.Clean().Count);
        string[] texts = [.. _records.Select(record => record.StatusDescription)];
        Assert.Equal(17, texts.Length);
        Assert.Equal("100 so far", texts[0]);
        Assert.Equal("120 so far", texts[1]);
        Assert.Equal("Done", texts[^1]);
    }

    [Fact]
    public async Task Progress_EndedByAnError_IsTakenAway()
    {
        ScriptedServer server = new((_, _, _) =>
        {
            _clock.Advance(TimeSpan.FromSeconds(2));
            return Task.FromResult(ScriptedServer.Json("{}", HttpStatusCode.Unauthorized));
        });
        server.Connect(_module, time: _clock);

        ScriptResult result = await Start("Get-BitbucketBranch website -Session $session");

        Assert.Single(result.AllErrors);
        Assert.Equal([ProgressRecordType.Processing, ProgressRecordType.Completed], _records.Select(record => record.RecordType));
    }

    [Fact]
    public async Task Progress_PipelineEndedFromFurtherDown_IsTakenAway()
    {
        ScriptedServer server = new((_, _, _) =>
        {
            _clock.Advance(TimeSpan.FromSeconds(2));
            return Task.FromResult(ScriptedServer.Branches("a", "b"));
        });
        server.Connect(_module, time: _clock);
        TakeFirstCommand.AddTo(_module);

        (await Start("Get-BitbucketBranch website -Session $session | Take-First 1")).Clean();

        Assert.Equal([ProgressRecordType.Processing, ProgressRecordType.Completed], _records.Select(record => record.RecordType));
    }

    [Theory]
    [InlineData("", "2 of 5|40")]
    [InlineData("-First 4", "2 of 4|50")]
    [InlineData("-Skip 1", "1 of 4|25")]
    [InlineData("-Name *b*", "2 so far|-1")]
    public async Task Progress_TheServerTellsTheSize_IsAShareOfWhatIsWanted(string parameters, string expected)
    {
        Gate asked = new(1);
        Gate answer = new(int.MaxValue);
        ScriptedServer server = new(async (_, path, token) =>
        {
            if (!path.Contains("page=2", StringComparison.Ordinal))
            {
                return ScriptedServer.Json(
                    """{"size":5,"page":1,"pagelen":2,"next":"https://api.example.org/2.0/repositories/acme/website/refs/branches?page=2","values":[{"name":"b1"},{"name":"b2"}]}""");
            }

            asked.Come();
            await answer.ComeAsync(token);
            return ScriptedServer.Json("""{"size":5,"page":2,"pagelen":3,"values":[{"name":"b3"},{"name":"b4"},{"name":"b5"}]}""");
        });
        server.Connect(_module, throttleLimit: 1, time: _clock);
        Task<ScriptResult> running = Start($"Get-BitbucketBranch website -Session $session {parameters}");
        await asked.Opened;

        _clock.Advance(TimeSpan.FromSeconds(1));
        ProgressRecord record = Next();
        answer.Open();
        (await running).Clean();

        Assert.Equal($"Get-BitbucketBranch website|{expected}|Processing", Text(record));
    }

    [Fact]
    public async Task Progress_RateLimit_SaysUntilWhen()
    {
        int requests = 0;
        ScriptedServer server = new((_, _, _) => Task.FromResult(Interlocked.Increment(ref requests) == 1
            ? ScriptedServer.Later(HttpStatusCode.TooManyRequests, seconds: 600)
            : ScriptedServer.Branches("a")));
        server.Connect(_module, time: _clock, retries: 1);
        string until = Clock(_clock.GetUtcNow().AddSeconds(600));
        Task<ScriptResult> running = Start("Get-BitbucketBranch website -Session $session");
        await _clock.WaitedAsync(wait => wait == TimeSpan.FromSeconds(600));

        _clock.Advance(TimeSpan.FromSeconds(1));
        ProgressRecord record = Next();
        _clock.Advance(TimeSpan.FromSeconds(599));
        ScriptResult result = await running;

        Assert.Equal($"Get-BitbucketBranch website|waiting for the rate limit until {until}|-1|Processing", Text(record));
        Assert.Single(result.Clean());
        Assert.EndsWith($"waiting until {until}.", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_Retry_SaysInHowManySeconds()
    {
        int requests = 0;
        ScriptedServer server = new((_, _, _) => Task.FromResult(Interlocked.Increment(ref requests) == 1
            ? ScriptedServer.Later(HttpStatusCode.ServiceUnavailable, seconds: 9)
            : ScriptedServer.Branches("a")));
        server.Connect(_module, time: _clock, retries: 1);
        Task<ScriptResult> running = Start("Get-BitbucketBranch website -Session $session");
        await _clock.WaitedAsync(wait => wait == TimeSpan.FromSeconds(9));

        _clock.Advance(TimeSpan.FromSeconds(1));
        ProgressRecord record = Next();
        _clock.Advance(TimeSpan.FromSeconds(8));
        ScriptResult result = await running;

        Assert.Equal("Get-BitbucketBranch website|trying again in 8 s|-1|Processing", Text(record));
        Assert.Single(result.Clean());
        Assert.Contains("Trying again in 9 s (attempt 2 of 2).", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wait_ManyRequestsInOnePause_IsOneWarning()
    {
        // All inputs after the first are refused together, and wait together.
        Gate refused = new(4);
        HashSet<string> again = [];
        ScriptedServer server = new(async (_, path, token) =>
        {
            string slug = ScriptedServer.SlugOf(path);
            bool isFirst;
            lock (again)
            {
                isFirst = again.Add(slug);
            }

            if (slug is "r1" || !isFirst)
            {
                return ScriptedServer.Branches("a");
            }

            await refused.ComeAsync(token);
            return ScriptedServer.Later(HttpStatusCode.TooManyRequests, seconds: 600);
        });
        server.Connect(_module, throttleLimit: 4, time: _clock, retries: 3);
        Task<ScriptResult> running = Start("1..5 | ForEach-Object { \"r$_\" } | Get-BitbucketBranch -Session $session -Verbose");
        for (int i = 0; i < 4; i++)
        {
            await _clock.WaitedAsync(wait => wait == TimeSpan.FromSeconds(600));
        }

        _clock.Advance(TimeSpan.FromSeconds(600));
        ScriptResult result = await running;

        Assert.Equal(5, result.Clean().Count);
        Assert.Equal(9, server.Requests.Count);
        Assert.Single(result.Warnings);
    }

    [Fact]
    public async Task Wait_Short_IsAVerboseLineAndNoWarning()
    {
        int requests = 0;
        ScriptedServer server = new((_, _, _) => Task.FromResult(Interlocked.Increment(ref requests) == 1
            ? ScriptedServer.Later(HttpStatusCode.ServiceUnavailable, seconds: 4)
            : ScriptedServer.Branches("a")));
        server.Connect(_module, time: _clock, retries: 1);
        Task<ScriptResult> running = Start("Get-BitbucketBranch website -Session $session -Verbose");
        await _clock.WaitedAsync(wait => wait == TimeSpan.FromSeconds(4));

        _clock.Advance(TimeSpan.FromSeconds(4));
        ScriptResult result = await running;

        Assert.Empty(result.Warnings);
        Assert.Single(result.OtherStreams, line => line.EndsWith("Trying again in 4 s (attempt 2 of 2).", StringComparison.Ordinal));
    }

    [Fact]
    public void Progress_ProgramThatEmbedsTheEngine_HasNone()
    {
        ScriptedServer server = new((_, _, _) =>
        {
            _clock.Advance(TimeSpan.FromSeconds(2));
            return Task.FromResult(ScriptedServer.Branches("a"));
        });
        server.Connect(_module, time: _clock);
        using PowerShell bare = PowerShell.Create(InitialSessionState.CreateDefault2());
        bare.AddScript("param($manifest, $session) Import-Module $manifest; Get-BitbucketBranch website -Session $session")
            .AddArgument(Checkout.Manifest).AddArgument(_module.Run("$session").Clean()[0]);

        Assert.Single(bare.Invoke());
        Assert.DoesNotContain(bare.Streams.Progress, record => record.Activity.Contains("Get-BitbucketBranch", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _module.Dispose();
        _records.Dispose();
    }

    private static string Clock(DateTimeOffset time) => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Text(ProgressRecord record)
        => string.Create(CultureInfo.InvariantCulture, $"{record.Activity}|{record.StatusDescription}|{record.PercentComplete}|{record.RecordType}");

    private ProgressRecord Next() => _records.Take(TestContext.Current.CancellationToken);

    private Task<ScriptResult> Start(string script) => Task.Run(
        () =>
        {
            using PowerShell powershell = _module.Pipeline(script);
            powershell.Streams.Progress.DataAdded += (_, e) => _records.Add(powershell.Streams.Progress[e.Index]);
            return ModuleRunspace.Collect(powershell);
        },
        TestContext.Current.CancellationToken);
}
