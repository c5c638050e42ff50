using System.Collections.Concurrent;
using System.Management.Automation;
using System.Net;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Base;

/// <summary>What a person is told while requests wait, and what -Debug tells.</summary>
public sealed class WaitTests : IDisposable
{
    // That of a request, if nobody says otherwise.
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(100);

    private readonly ModuleRunspace _module = new();
    private readonly FakeClock _clock = new();
    private readonly BlockingCollection<string> _told = [];
    private int _requests;

    [Fact]
    public async Task RateLimit_ManyRequestsWait_IsOneWarning()
    {
        Gate refused = new(3);
        ScriptedServer server = new(async (_, path, token) =>
        {
            // The three that are under way when the limit is reached; each comes again.
            if (ScriptedServer.SlugOf(path) is not "r1" && Interlocked.Increment(ref _requests) <= 3)
            {
                await refused.ComeAsync(token);
                return ScriptedServer.Later(HttpStatusCode.TooManyRequests, 60);
            }

            return ScriptedServer.Branches("main");
        });
        server.Connect(_module, throttleLimit: 3, _clock, retries: 8);
        Task<ScriptResult> running = Start("1..6 | ForEach-Object { \"r$_\" } | Get-BitbucketBranch -Session $session");

        string warning = _told.Take(TestContext.Current.CancellationToken);
        ScriptResult result = await MoveUntilItEndsAsync(running);

        Assert.Equal(6, result.Clean().Count);
        Assert.NotEmpty(warning);
        Assert.Empty(_told);
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(2, false)]
    public async Task Retry_LongWait_IsAWarning(int seconds, bool warns)
    {
        ScriptedServer server = new((_, _, _) => Task.FromResult(Interlocked.Increment(ref _requests) == 1
            ? ScriptedServer.Later(HttpStatusCode.ServiceUnavailable, seconds)
            : ScriptedServer.Branches("main")));
        server.Connect(_module, time: _clock, retries: 8);

        ScriptResult result = await MoveUntilItEndsAsync(Start("Get-BitbucketBranch website -Session $session"));

        Assert.Equal(["main"], result.Texts("Name"));
        Assert.Equal(warns ? 1 : 0, _told.Count);
    }

    [Fact]
    public async Task Verbose_TriedAgain_NumbersTheAttempts()
    {
        ScriptedServer server = new((_, _, _) => Task.FromResult(Interlocked.Increment(ref _requests) <= 2
            ? ScriptedServer.Json("{}", HttpStatusCode.ServiceUnavailable)
            : ScriptedServer.Branches("main")));
        server.Connect(_module, time: _clock, retries: 2);

        ScriptResult result = await MoveUntilItEndsAsync(Start("Get-BitbucketBranch website -Session $session -Verbose"));

        string[] attempts = [.. result.OtherStreams.Where(line => line.Contains(" -> ", StringComparison.Ordinal))];
        Assert.Equal(
            ["503 attempt 1", "503 attempt 2", "200 attempt 3"],
            attempts.Select(line => line.Split(" -> ")[1].Split(", ")).Select(parts => $"{parts[0]} {parts[2]}"));
    }

    [Theory]
    [InlineData("Get-BitbucketBranch website -Session $session -Debug", true)]
    [InlineData("& { $DebugPreference = 'Continue'; Get-BitbucketBranch website -Session $session }", true)]
    [InlineData("& { $DebugPreference = 'Continue'; Get-BitbucketBranch website -Session $session -Debug:$false }", false)]
    [InlineData("Get-BitbucketBranch website -Session $session", false)]
    public async Task Debug_WhereItIsOn_ShowsHeaders(string script, bool shows)
    {
        ScriptedServer server = new((_, _, _) => Task.FromResult(ScriptedServer.Branches("main")));
        server.Connect(_module);

        ScriptResult result = await Start(script);

        Assert.Equal(["main"], result.Texts("Name"));
        Assert.Equal(shows, result.OtherStreams.Any(line => line.Contains("Content-Type", StringComparison.OrdinalIgnoreCase)));
    }

    public void Dispose()
    {
        _module.Dispose();
        _told.Dispose();
    }

    private Task<ScriptResult> Start(string script) => Task.Run(
        () =>
        {
            using PowerShell powershell = _module.Pipeline(script);
            powershell.Streams.Warning.DataAdded += (_, e) => _told.Add(powershell.Streams.Warning[e.Index].Message);
            return ModuleRunspace.Collect(powershell);
        },
        TestContext.Current.CancellationToken);

    // Only as far as something waits that is no deadline: a clock that runs on by itself would let requests run out of time.
    private async Task<ScriptResult> MoveUntilItEndsAsync(Task<ScriptResult> running)
    {
        while (!running.IsCompleted)
        {
            Task<TimeSpan> waiting = _clock.WaitedAsync(static wait => wait < s_deadline);
            if (await Task.WhenAny(waiting, running) == waiting)
            {
                _clock.Advance(await waiting);
            }
        }

        return await running;
    }
}
