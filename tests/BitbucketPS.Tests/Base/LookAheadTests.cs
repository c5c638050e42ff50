using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Base;

/// <summary>Cmdlets work on several piped inputs at once, and nobody sees it in what they write.</summary>
[Collection(Alone.Name)]
public sealed class LookAheadTests : IDisposable
{
    private const string Numbered = "1..40 | ForEach-Object { \"acme/r$_\" } | Get-BitbucketBranch -Session $session";

    private readonly ModuleRunspace _module = new();

    [Fact]
    public void PipedInputs_AnsweredInAnyOrder_AreWrittenInTheirOrder()
    {
        Random random = new(1);
        ScriptedServer server = new(async (_, path, _) =>
        {
            // Some answer at once, some after others had their turn: the order of answers is not that of requests.
            for (int turns = random.Next(40); turns > 0; turns--)
            {
                await Task.Yield();
            }

            string slug = ScriptedServer.SlugOf(path);
            return ScriptedServer.Branches(Enumerable.Range(0, random.Next(1, 250)).Select(i => $"{slug}-{i}"));
        });
        server.Connect(_module);

        string[] repositories = _module.Run(Numbered).Texts("Repository");

        Assert.Equal(Enumerable.Range(1, 40).Select(i => $"acme/r{i}"), repositories.Distinct(StringComparer.Ordinal));
        Assert.Equal(repositories.OrderBy(text => int.Parse(text["acme/r".Length..], System.Globalization.CultureInfo.InvariantCulture)), repositories);
    }

    [Fact]
    public void PipedInputs_ThatFail_AreErrorsAtTheirPlace()
    {
        ScriptedServer server = new((_, path, _) => Task.FromResult(ScriptedServer.SlugOf(path) is "r3" or "r7" or "r40"
            ? ScriptedServer.NotFound()
            : ScriptedServer.Branches("main")));
        server.Connect(_module);

        string[] written =
        [
            .. _module.Run(
                "& { 1..5; 'x/y/z'; 6..40 } | ForEach-Object { \"r$_\" } | Get-BitbucketBranch -Session $session 2>&1"
                + " | ForEach-Object { if ($_ -is [Management.Automation.ErrorRecord]) { \"error $($_.TargetObject)\" } else { \"$($_.Repository)\" } }")
                .Clean().Select(item => $"{item}"),
        ];

        string[] expected =
        [
            .. new[] { "1", "2", "3", "4", "5", "x/y/z" }.Concat(Enumerable.Range(6, 35).Select(i => $"{i}"))
                .Select(i => i switch { "3" or "7" or "40" or "x/y/z" => $"error r{i}", _ => $"acme/r{i}" }),
        ];
        Assert.Equal(expected, written);
    }

    [Fact]
    public async Task PipedInputs_Many_AreWorkedOnUpToTheLimit()
    {
        Gate gate = new(4);
        ScriptedServer server = new(async (_, path, token) =>
        {
            if (ScriptedServer.SlugOf(path) is not "r1")
            {
                await gate.ComeAsync(token);
            }

            return ScriptedServer.Branches("main");
        });
        server.Connect(_module, throttleLimit: 4);

        // It would wait for ever if fewer than four were under way at once.
        ScriptResult result = await Task.Run(() => _module.Run(Numbered), TestContext.Current.CancellationToken);

        Assert.Equal(40, result.Clean().Count);
        Assert.Equal(4, server.Most);
    }

    [Fact]
    public async Task PipedInputs_TheHeadHangs_NoMoreThanTheLimitAreBegun()
    {
        Gate head = new(int.MaxValue);
        Gate ahead = new(4);
        ScriptedServer server = new(async (_, path, token) =>
        {
            string slug = ScriptedServer.SlugOf(path);
            if (slug is not "r1")
            {
                ahead.Come();
            }

            if (slug is "r2")
            {
                await head.ComeAsync(token);
            }

            return ScriptedServer.Branches("main");
        });
        server.Connect(_module, throttleLimit: 4);
        using PowerShell powershell = _module.Pipeline(Numbered);

        Task<ScriptResult> running = Task.Run(() => ModuleRunspace.Collect(powershell), TestContext.Current.CancellationToken);
        await ahead.Opened;
        int begun = server.Requests.Count;
        head.Open();
        ScriptResult result = await running;

        Assert.Equal(5, begun);
        Assert.Equal(40, result.Clean().Count);
    }

    [Fact]
    public void FirstInput_PipelineStoppedAfterIt_IsTheOnlyOneAskedFor()
    {
        ScriptedServer server = new((_, _, _) => Task.FromResult(ScriptedServer.Branches("a", "b")));
        server.Connect(_module);

        ScriptResult result = _module.Run($"do {{ {Numbered} | ForEach-Object {{ $_; break }} }} while ($false)");

        Assert.Single(result.Clean());
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("do { {0} | ForEach-Object { $_; if ($_.Repository.Slug -eq 'r3') { break } } } while ($false)")]
    [InlineData("try { {0} | ForEach-Object { $_; if ($_.Repository.Slug -eq 'r3') { throw 'enough' } } } catch { }")]
    [InlineData("{0} | Take-First 3")]
    public async Task Pipeline_EndedEarly_LeavesNothingUnderWay(string script)
    {
        using UnobservedTasks unobserved = new();
        Gate never = new(int.MaxValue);
        ScriptedServer server = new(async (_, path, token) =>
        {
            if (ScriptedServer.SlugOf(path) is not ("r1" or "r2" or "r3"))
            {
                await never.ComeAsync(token);
            }

            return ScriptedServer.Branches("main");
        });
        server.Connect(_module);
        TakeFirstCommand.AddTo(_module);

        // It would wait for ever if it waited for the inputs after the third.
        ScriptResult result = await Task.Run(
            () => _module.Run(script.Replace("{0}", Numbered, StringComparison.Ordinal)), TestContext.Current.CancellationToken);

        Assert.Equal(["acme/r1", "acme/r2", "acme/r3"], result.Texts("Repository"));
        Assert.Equal(0, server.UnderWay);
        Assert.Empty(unobserved.Collect());
    }

    [Fact]
    public async Task Pipeline_StoppedFromItsOutput_LeavesNothingUnderWay()
    {
        ScriptedServer server = new(async (_, path, token) =>
        {
            if (ScriptedServer.SlugOf(path) is not ("r1" or "r2"))
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            }

            return ScriptedServer.Branches("main");
        });
        server.Connect(_module);
        using PowerShell powershell = _module.Pipeline(Numbered);
        PSDataCollection<PSObject> output = [];
        Task stopping = Task.CompletedTask;
        output.DataAdded += (_, e) => stopping = e.Index == 1 ? Task.Factory.FromAsync(powershell.BeginStop(callback: null, state: null), powershell.EndStop) : stopping;

        await Assert.ThrowsAnyAsync<PipelineStoppedException>(() => powershell.InvokeAsync<PSObject, PSObject>(input: null, output));
        await stopping;

        Assert.Equal(0, server.UnderWay);
        Assert.Equal(["acme/r1", "acme/r2"], output.Select(item => $"{item.Properties["Repository"].Value}"));
    }

    [Fact]
    public void Unauthorized_OnePipedInput_EndsThePipelineAtItsPlace()
    {
        ScriptedServer server = new((_, path, _) => Task.FromResult(ScriptedServer.SlugOf(path) is "r3"
            ? ScriptedServer.Json("{}", System.Net.HttpStatusCode.Unauthorized)
            : ScriptedServer.Branches("main")));
        server.Connect(_module);

        ScriptResult result = _module.Run(Numbered);

        Assert.Equal(["acme/r1", "acme/r2"], result.Output.Select(item => $"{item.Properties["Repository"].Value}"));
        Assert.StartsWith("Unauthorized,", result.SingleError.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.True(server.Requests.Count <= 11, $"{server.Requests.Count}");
    }

    [Fact]
    public void Verbose_WorkAhead_WritesALineForEachRequest()
    {
        ScriptedServer server = new((_, _, _) => Task.FromResult(ScriptedServer.Branches("main")));
        server.Connect(_module);

        ScriptResult result = _module.Run($"{Numbered} -Verbose");

        Assert.Equal(40, result.OtherStreams.Count(line => line.StartsWith("GET /2.0/repositories/acme/r", StringComparison.Ordinal)));
    }

    public void Dispose() => _module.Dispose();
}
