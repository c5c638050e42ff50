using System.Globalization;
using System.Management.Automation;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Sandboxes;

[Collection(OwnRegistry.Collection)]
public sealed class SandboxCommandTests : IDisposable
{
    private readonly OwnRegistry _registry = new();
    private readonly ModuleRunspace _module = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bitbucketps-data-");

    public void Dispose()
    {
        _module.Run("Stop-BitbucketSandbox");
        _module.Dispose();
        _registry.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Start_Plain_IsListedUntilItIsStopped()
    {
        DateTimeOffset before = DateTimeOffset.Now;
        PSObject started = Assert.Single(_module.Run("Start-BitbucketSandbox").Clean());
        PSObject listed = Assert.Single(_module.Run("Get-BitbucketSandbox").Clean());
        _module.Run("Stop-BitbucketSandbox").Clean();

        Assert.All(
            new[] { "Address", "ProcessId", "StartedOn", "Workspace", "ConsumerKey", "Sessions", "IsOwned" },
            name => Assert.Equal(started.Properties[name].Value, listed.Properties[name].Value));
        Assert.Equal((0, true, "demo"), (listed.Properties["Sessions"].Value, listed.Properties["IsOwned"].Value, listed.Properties["Workspace"].Value));
        Assert.Null(listed.Properties["DataDirectory"].Value);
        Assert.InRange((DateTimeOffset)listed.Properties["StartedOn"].Value, before.AddSeconds(-5), DateTimeOffset.Now.AddSeconds(5));
        Assert.Empty(_module.Run("Get-BitbucketSandbox").Clean());
        Assert.False(ProcessWatch.IsRunning((int)listed.Properties["ProcessId"].Value));
    }

    [Fact]
    public void Sandbox_HoweverItIsShown_HoldsNoSecret()
    {
        PSObject sandbox = Assert.Single(_module.Run("Connect-Bitbucket -Sandbox; Get-BitbucketSandbox").Clean());
        JsonNode file = JsonNode.Parse(File.ReadAllText(Assert.Single(_registry.Files)))!;

        string table = _module.Render("Get-BitbucketSandbox");
        string all = string.Join(
            '\n',
            table,
            $"{sandbox}",
            _module.Render("Get-BitbucketSandbox | Format-List *"),
            PSSerializer.Serialize(sandbox, 5),
            string.Join(' ', sandbox.Properties.Select(property => $"{property.Name}={property.Value}")));

        Assert.Contains($"{sandbox.Properties["ProcessId"].Value}", table, StringComparison.Ordinal);
        Assert.Contains($"{sandbox.Properties["Address"].Value}", table, StringComparison.Ordinal);
        Assert.Contains((string)file["consumerKey"]!, all, StringComparison.Ordinal);
        Assert.All(new[] { "consumerSecret", "controlSecret" }, name => Assert.DoesNotContain((string)file[name]!, all, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stop_ToldNothing_StopsThoseOfThisProcess()
    {
        using ShellChild other = new("(Start-BitbucketSandbox).ProcessId");
        string foreign = await other.ReadLineAsync();
        string[] own = _module.Run("Start-BitbucketSandbox; Start-BitbucketSandbox").Texts("ProcessId");
        string[] listed = _module.Run("Get-BitbucketSandbox").Texts("ProcessId");
        _module.Run("Stop-BitbucketSandbox").Clean();
        string[] left = _module.Run("Get-BitbucketSandbox").Texts("ProcessId");
        _module.Run("Get-BitbucketSandbox | Stop-BitbucketSandbox").Clean();

        Assert.Equal([own[1], own[0], foreign], listed);
        Assert.Equal([foreign], left);
        Assert.Empty(_module.Run("Get-BitbucketSandbox").Clean());
        Assert.True(await ProcessWatch.EndsAsync(int.Parse(foreign, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Stop_Named_StopsThatOneAlone()
    {
        string[] own = _module.Run("Start-BitbucketSandbox; Start-BitbucketSandbox").Texts("ProcessId");
        _module.Run($"Stop-BitbucketSandbox -WhatIf; Get-BitbucketSandbox | Where-Object Sessions -gt 9 | Stop-BitbucketSandbox").Clean();
        string[] before = _module.Run("Get-BitbucketSandbox").Texts("ProcessId");
        _module.Run($"Stop-BitbucketSandbox {own[0]}").Clean();

        Assert.Equal([own[1], own[0]], before);
        Assert.Equal([own[1]], _module.Run("Get-BitbucketSandbox").Texts("ProcessId"));
        Assert.Equal([own[1]], _module.Run($"Get-BitbucketSandbox {own[1]}").Texts("ProcessId"));
    }

    [Theory]
    [InlineData("Stop-BitbucketSandbox $id")]
    [InlineData("Get-BitbucketSandbox $id")]
    public void ProcessId_OfNoSandbox_IsAnError(string script)
    {
        ErrorRecord error = _module.Run(script, ("id", Environment.ProcessId)).SingleError;

        Assert.StartsWith("SandboxNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Contains("Get-BitbucketSandbox", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_WithADataDirectory_KeepsItAndSharesItWithNobody()
    {
        _module.SetLocation(_folder.FullName);
        string[] started = _module.Run("Start-BitbucketSandbox -DataDirectory data").Texts("DataDirectory");
        _module.Run("Connect-Bitbucket -Sandbox; New-BitbucketBranch demo/docs kept -Target main").Clean();
        ErrorRecord second = _module.Run("Start-BitbucketSandbox -DataDirectory ./data/").SingleError;
        _module.Run("Stop-BitbucketSandbox; Start-BitbucketSandbox -DataDirectory data; Connect-Bitbucket -Sandbox").Clean();

        Assert.Equal([Path.Combine(_folder.FullName, "data")], started);
        Assert.StartsWith("SandboxFailed,", second.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("already", $"{second}", StringComparison.Ordinal);
        Assert.Contains("Stop-BitbucketSandbox", second.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(["kept"], _module.Run("Get-BitbucketBranch demo/docs kept").Texts("Name"));
    }

    [Theory]
    [InlineData("empty", "0")]
    [InlineData("@{ Repositories = 2; users = 1 }", "6")]
    public void Start_WithASeed_HoldsWhatItSays(string seed, string count)
    {
        _module.Run($"Start-BitbucketSandbox -Seed {seed}; Connect-Bitbucket -Sandbox").Clean();

        Assert.Equal(count, $"{Assert.Single(_module.Run("@(Get-BitbucketRepository -Workspace demo).Count").Clean())}");
    }

    [Fact]
    public void Start_Slow_IsSlowAndMisbehaves()
    {
        _module.Run("Start-BitbucketSandbox -Latency 300 -RateLimit 500 -Fault 'status,status=555,path=/refs/'; Connect-Bitbucket -Sandbox -MaximumRetryCount 0").Clean();
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        ErrorRecord error = _module.Run("Get-BitbucketBranch demo/docs").SingleError;

        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(300));
        Assert.Contains("555", $"{error}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("on", true)]
    [InlineData("off", false)]
    public void Start_WithAQuirk_SurprisesOrDoesNot(string state, bool isOldestFirst)
    {
        _module.Run($"Start-BitbucketSandbox -Quirk OldestPipelinesFirst={state}; Connect-Bitbucket -Sandbox").Clean();

        long[] numbers = [.. _module.Run("Invoke-BitbucketRequest /2.0/repositories/demo/api/pipelines -All | ForEach-Object build_number")
            .Clean().Select(number => Convert.ToInt64(number.BaseObject, System.Globalization.CultureInfo.InvariantCulture))];

        Assert.True(numbers.Length > 1);
        Assert.Equal(isOldestFirst, numbers[0] < numbers[^1]);
    }

    [Theory]
    [InlineData("-Seed much", "--seed")]
    [InlineData("-Fault surprise", "surprise")]
    [InlineData("-Quirk surprise", "OldestPipelinesFirst")]
    [InlineData("-Port $port", "is taken")]
    public void Start_Impossible_SaysWhy(string arguments, string why)
    {
        using TcpListener taken = new(System.Net.IPAddress.Loopback, 0);
        taken.Start();

        ErrorRecord error = _module.Run($"Start-BitbucketSandbox {arguments}", ("port", ((System.Net.IPEndPoint)taken.LocalEndpoint).Port)).SingleError;

        Assert.StartsWith("SandboxFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(why, $"{error}", StringComparison.Ordinal);
        Assert.Empty(_registry.Files);
    }

    [Theory]
    [InlineData("-Latency -1")]
    [InlineData("-Latency 30.00:00:00")]
    public void Start_WithAnImpossibleLatency_IsRefused(string arguments)
        => Assert.StartsWith("InvalidArgument,", _module.Run($"Start-BitbucketSandbox {arguments}").SingleError.FullyQualifiedErrorId, StringComparison.Ordinal);

    [Fact]
    public void Start_WhatIf_StartsNone()
    {
        Assert.Empty(_module.Run("Start-BitbucketSandbox -WhatIf").Clean());
        Assert.Empty(_module.Run("Get-BitbucketSandbox").Clean());
    }

    [Fact]
    public void Tab_ProcessId_OffersTheSandboxes()
    {
        string[] started = _module.Run("Start-BitbucketSandbox").Texts("ProcessId");
        using PowerShell powershell = _module.Pipeline("");
        powershell.Commands.Clear();
        const string Line = "Stop-BitbucketSandbox -ProcessId ";

        Assert.Equal(started, CommandCompletion.CompleteInput(Line, Line.Length, options: null, powershell).CompletionMatches.Select(match => match.CompletionText));
    }
}
