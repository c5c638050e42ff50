using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Base;

/// <summary>What changes something works ahead too, asks in order, and goes one by one where the first error ends it all.</summary>
public sealed class ChangeAheadTests : IDisposable
{
    private const string Repositories = "1..20 | ForEach-Object { \"acme/r$_\" }";
    private const string Create = Repositories + " | New-BitbucketBranch -Name x -Session $session";
    private const string Remove = Repositories + " | Remove-BitbucketBranch -Name x -Confirm:$false -Session $session";
    private const string Invoke = Repositories + " | Invoke-BitbucketRequest '/repositories/{workspace}/{repo_slug}/hooks' -Method POST -Body @{ a = 1 } -Session $session";

    private readonly ModuleRunspace _module = new();

    [Theory]
    [InlineData(Create + " -Target main")]
    [InlineData(Remove)]
    [InlineData(Invoke)]
    public async Task Changes_Piped_OverlapUpToTheLimit(string script)
    {
        Gate gate = new(4);
        ScriptedServer server = new(async (_, path, token) =>
        {
            if (ScriptedServer.SlugOf(path) is not "r1")
            {
                await gate.ComeAsync(token);
            }

            return ScriptedServer.Branch("x");
        });
        server.Connect(_module, throttleLimit: 4);

        // It would wait for ever if fewer than four were under way at once.
        (await Task.Run(() => _module.Run(script), TestContext.Current.CancellationToken)).Clean();

        Assert.Equal(20, server.Requests.Count);
        Assert.Equal(4, server.Most);
    }

    [Theory]
    [InlineData(Create + " -Target main -ErrorAction Stop")]
    [InlineData(Remove + " -ErrorAction Stop")]
    [InlineData(Invoke + " -ErrorAction Stop")]
    [InlineData("& { $ErrorActionPreference = 'Stop'; " + Remove + " }")]
    public void Changes_FirstErrorEndsAll_TouchNothingAfterIt(string script)
    {
        ScriptedServer server = new((_, path, _) => Task.FromResult(ScriptedServer.SlugOf(path) is "r3"
            ? ScriptedServer.NotFound()
            : ScriptedServer.Branch("x")));
        server.Connect(_module);

        ScriptResult result = _module.Run(script);

        Assert.Contains("r3", $"{result.SingleError.TargetObject}{result.SingleError}", StringComparison.Ordinal);
        Assert.Equal(["r1", "r2", "r3"], server.Requests.Select(request => ScriptedServer.SlugOf(request)));
        Assert.Equal(1, server.Most);
    }

    [Fact]
    public void Changes_ThatFail_AreErrorsInOrderAndTheRestIsDone()
    {
        ScriptedServer server = new((_, path, _) => Task.FromResult(ScriptedServer.SlugOf(path) is "r3" or "r9"
            ? ScriptedServer.NotFound()
            : ScriptedServer.Branch("x")));
        server.Connect(_module);

        ScriptResult result = _module.Run(Remove);

        Assert.Equal(["acme/r3:x", "acme/r9:x"], result.Errors.Select(error => $"{error.TargetObject}"));
        Assert.Equal(20, server.Requests.Count);
    }

    [Fact]
    public async Task Create_TargetsLookedUpInAnyOrder_AsksInTheOrderOfInputs()
    {
        Gate gate = new(7);
        ScriptedServer server = new(async (_, path, token) =>
        {
            // The second input's look-up ends after those of the six behind it.
            if (ScriptedServer.SlugOf(path) is "r2")
            {
                await gate.ComeAsync(token);
            }
            else if (ScriptedServer.SlugOf(path) is not "r1")
            {
                gate.Come();
            }

            return ScriptedServer.Json("""{"mainbranch":{"name":"trunk"}}""");
        });
        server.Connect(_module);

        (await Task.Run(() => _module.Run($"{Create} -WhatIf"), TestContext.Current.CancellationToken)).Clean();

        string[] asked = [.. _module.Shown.Split('\n').Where(line => line.StartsWith("What if", StringComparison.Ordinal))];
        Assert.Equal(
            Enumerable.Range(1, 20).Select(i => $"""What if: Performing the operation "Create branch from trunk" on target "acme/r{i}:x"."""), asked);
        Assert.All(server.Requests, request => Assert.StartsWith("GET ", request, StringComparison.Ordinal));
    }

    [Fact]
    public void Create_NobodyToConfirm_CreatesNothing()
    {
        ScriptedServer server = new((_, _, _) => Task.FromResult(ScriptedServer.Json("""{"mainbranch":{"name":"trunk"}}""")));
        server.Connect(_module);

        Assert.Single(_module.Run($"{Create} -Confirm").AllErrors);

        Assert.All(server.Requests, request => Assert.StartsWith("GET ", request, StringComparison.Ordinal));
        Assert.Equal(0, server.UnderWay);
    }

    [Fact]
    public void Remove_WhileTheListIsRead_RemovesAtTheEnd()
    {
        ScriptedServer server = new((method, _, _) => Task.FromResult(method is "DELETE"
            ? new HttpResponseMessage(System.Net.HttpStatusCode.NoContent)
            : ScriptedServer.Branches("a", "b")));
        server.Connect(_module);

        _module.Run($"{Repositories} | Get-BitbucketBranch -Session $session | Remove-BitbucketBranch -Confirm:$false -Session $session").Clean();

        string[] methods = [.. server.Requests.Select(request => request.Split(' ')[0])];
        Assert.Equal([.. Enumerable.Repeat("GET", 20), .. Enumerable.Repeat("DELETE", 40)], methods);
    }

    public void Dispose() => _module.Dispose();
}
