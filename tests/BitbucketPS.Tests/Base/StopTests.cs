using System.Diagnostics;
using System.Management.Automation;
using System.Net;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Base;

/// <summary>Ctrl-C ends whatever a cmdlet waits for, at once, is no error, and leaves nothing behind.</summary>
[Collection(Alone.Name)]
public sealed class StopTests : IDisposable
{
    // Only what hangs is later than this; how long it took is written to the test's output.
    private static readonly TimeSpan s_watchdog = TimeSpan.FromMinutes(5);

    private readonly ModuleRunspace _module = new();
    private readonly FakeClock _clock = new();
    private readonly Gate _reached = new(1);

    [Fact]
    public async Task Stop_InTheBodyOfAPage_EndsIt()
    {
        ScriptedServer server = new((_, _, _) => Task.FromResult(Stalling("""{"values":[""")));
        server.Connect(_module);

        await AssertStopsAsync("a page's body", "Get-BitbucketBranch website -Session $session", _reached.Opened);

        Assert.Equal(0, server.UnderWay);
    }

    [Fact]
    public async Task Stop_BeforeTheNextAttempt_EndsTheWait()
    {
        ScriptedServer server = new((_, _, _) => Task.FromResult(ScriptedServer.Json("{}", HttpStatusCode.ServiceUnavailable)));
        server.Connect(_module, time: _clock, retries: 8);

        await AssertStopsAsync("a back-off", "Get-BitbucketBranch website -Session $session", _clock.WaitedAsync(wait => wait <= TimeSpan.FromSeconds(1)));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Stop_InAPauseOfTheRateLimit_EndsTheWait()
    {
        ScriptedServer server = new((_, _, _) => Task.FromResult(ScriptedServer.Json("{}", HttpStatusCode.TooManyRequests)));
        server.Connect(_module, time: _clock, retries: 8);

        await AssertStopsAsync("a pause of the rate limit", "Get-BitbucketBranch website -Session $session", _clock.WaitedAsync(wait => wait == TimeSpan.FromMinutes(1)));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Stop_WhileATokenIsRenewed_EndsTheWait()
    {
        using ManualResetEventSlim never = new();
        int tokens = 0;
        await using TinyServer server = new(target =>
        {
            if (!target.StartsWith("/site/", StringComparison.Ordinal))
            {
                return target.Contains("/refs/", StringComparison.Ordinal) ? FaultyServer.Response("401 Unauthorized", "application/json", "{}") : TinyServer.Json("{}");
            }

            if (++tokens > 1)
            {
                _reached.Come();
                never.Wait(TestContext.Current.CancellationToken);
            }

            return TinyServer.Json("""{"access_token":"MARKED-access-token","token_type":"bearer"}""");
        });
        try
        {
            _module.Run(
                "Connect-Bitbucket -Consumer $credential -GrantType ClientCredentials -BaseUri $baseUri",
                ("credential", SandboxFixture.Credential("consumer", "secret-of-the-consumer")),
                ("baseUri", server.BaseUri)).Clean();

            await AssertStopsAsync("the renewal of a token", "Get-BitbucketBranch acme/website", _reached.Opened);
        }
        finally
        {
            never.Set();
        }
    }

    [Fact]
    public async Task Stop_WhileInputsAreWorkedOnAhead_EndsThemAll()
    {
        Gate underWay = new(8);
        ScriptedServer server = new(async (_, path, token) =>
        {
            if (ScriptedServer.SlugOf(path) is not "r1")
            {
                underWay.Come();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            }

            return ScriptedServer.Branches("main");
        });
        server.Connect(_module);

        await AssertStopsAsync("inputs ahead", "1..40 | ForEach-Object { \"acme/r$_\" } | Get-BitbucketBranch -Session $session", underWay.Opened);

        Assert.Equal(9, server.Requests.Count);
        Assert.Equal(0, server.UnderWay);
    }

    [Fact]
    public async Task Stop_WhilePagesAreReadAhead_EndsThemAll()
    {
        Gate underWay = new(2);
        ScriptedServer server = new(async (_, path, token) =>
        {
            if (path.Contains("page=", StringComparison.Ordinal) && !path.Contains("page=1", StringComparison.Ordinal))
            {
                underWay.Come();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            }

            return ScriptedServer.Json(
                """{"size":500,"page":1,"pagelen":1,"next":"https://api.example.org/2.0/repositories/acme/website/refs/branches?page=2","values":[{"name":"b1"}]}""");
        });
        server.Connect(_module);

        await AssertStopsAsync("pages ahead", "Get-BitbucketBranch website -Session $session", underWay.Opened);

        Assert.Equal(0, server.UnderWay);
    }

    [Fact]
    public async Task Stop_InADownload_LeavesNoFile()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            ScriptedServer server = new((_, _, _) => Task.FromResult(Stalling("half")));
            server.Connect(_module);
            _module.SetVariable("file", Path.Combine(folder.FullName, "answer"));

            await AssertStopsAsync("a download", "Invoke-BitbucketRequest /2.0/x -OutFile $file -Session $session", _reached.Opened);

            Assert.Empty(folder.GetFileSystemInfos());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public void Dispose() => _module.Dispose();

    private HttpResponseMessage Stalling(string beginning)
    {
        PiecewiseContent content = new([beginning], async token =>
        {
            _reached.Come();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        });
        content.Headers.ContentType = new("application/json");
        return new(HttpStatusCode.OK) { Content = content };
    }

    private async Task AssertStopsAsync(string what, string script, Task reached)
    {
        using UnobservedTasks unobserved = new();
        using PowerShell powershell = _module.Pipeline(script);
        Task<ScriptResult> running = Task.Run(() => ModuleRunspace.Collect(powershell), TestContext.Current.CancellationToken);
        await reached.WaitAsync(s_watchdog, TestContext.Current.CancellationToken);

        long start = Stopwatch.GetTimestamp();
        Task stopping = Task.Factory.FromAsync(powershell.BeginStop(callback: null, state: null), powershell.EndStop);
        ScriptResult result = await running.WaitAsync(s_watchdog, TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant($"Ctrl-C in {what}: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0.0} ms"));
        await stopping;

        Assert.Empty(result.Errors);
        Assert.Equal(PSInvocationState.Stopped, powershell.InvocationStateInfo.State);
        Assert.Empty(_module.Run("$Error").Clean());
        Assert.Empty(unobserved.Collect());
    }
}
