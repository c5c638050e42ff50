using System.Collections.Concurrent;
using System.Globalization;
using System.Management.Automation;
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
            return Task.FromResult(ScriptedServer.Json("{}", System.Net.HttpStatusCode.Unauthorized));
        });
        server.Connect(_module, time: _clock);

        ScriptResult result = await Start("Get-BitbucketBranch website -Session $session");

        Assert.Single(result.AllErrors);
        Assert.Equal([ProgressRecordType.Processing, ProgressRecordType.Completed], _records.Select(record => record.RecordType));
    }

    public void Dispose()
    {
        _module.Dispose();
        _records.Dispose();
    }

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
