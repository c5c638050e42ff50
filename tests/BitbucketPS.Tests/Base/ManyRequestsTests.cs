using System.Collections.Concurrent;
using System.Globalization;
using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Base;

/// <summary>What scripts over much data cost in requests, at the sandbox.</summary>
public sealed class ManyRequestsTests : IDisposable
{
    private readonly ModuleRunspace _module = new();

    [Theory]
    [InlineData("Get-BitbucketBranch demo/website -Session $session | Take-First 1")]
    [InlineData("$repository | Get-BitbucketBranch -Session $session | Take-First 1")]
    [InlineData("$repository, $repository | Get-BitbucketBranch -Session $session | Take-First 100")]
    public async Task FirstObjects_ThenStop_AreOneRequest(string script)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        new SandboxTransport(sandbox).Connect(_module);
        TakeFirstCommand.AddTo(_module);
        _module.Run("$repository = Get-BitbucketRepository demo/website -Session $session").Clean();
        int before = sandbox.Server.Requests.Count;

        _module.Run(script).Clean();

        Assert.Single(sandbox.RequestsSince(before));
    }

    [Fact]
    public async Task Branches_1234_Are13RequestsAndInOrder()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync(new() { ExtraBranches = 1234 - 268 });
        SandboxTransport transport = new(sandbox);
        transport.Connect(_module);

        string[] names = _module.Run("Get-BitbucketBranch demo/website -Sort name -Session $session").Texts("Name");

        Assert.Equal(1234, names.Length);
        Assert.Equal(13, transport.Requests.Count);
        Assert.Equal((await sandbox.GitBranchesAsync("website")).Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
        Assert.Equal(
            _module.Run(
                "1..13 | ForEach-Object { (Invoke-BitbucketRequest \"/repositories/demo/website/refs/branches?sort=name&pagelen=100&page=$_\" -Session $session).values }")
                .Texts("name"),
            names);
    }

    [Fact]
    public async Task Repositories_Fifty_AreWorkedOnInOrderWithAllPlacesTaken()
    {
        // Whoever asks for the branches of one is answered once the seven behind it are asked for too.
        ConcurrentDictionary<int, TaskCompletionSource> asked = new();
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        SandboxTransport transport = new(sandbox, async (path, token) =>
        {
            int number = int.Parse(path.Split('/', '?')[4]["mobile-".Length..], CultureInfo.InvariantCulture);
            Asked(number).TrySetResult();
            await (number == 1 ? Task.CompletedTask : Asked(Math.Min(number + 7, 50)).Task.WaitAsync(token));
            return path.Replace($"mobile-{number}/", "mobile-app/", StringComparison.Ordinal);
        });
        transport.Connect(_module);

        ScriptResult result = await Task.Run(
            () => _module.Run("1..50 | ForEach-Object { \"demo/mobile-$_\" } | Get-BitbucketBranch -Session $session"), TestContext.Current.CancellationToken);

        string[] branches = (await sandbox.GitBranchesAsync("mobile-app")).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(
            Enumerable.Range(1, 50).Select(i => $"demo/mobile-{i}: {string.Join(' ', branches)}"),
            result.Clean().GroupBy(Repository, Name, StringComparer.Ordinal).Select(group => $"{group.Key}: {string.Join(' ', group.Order(StringComparer.Ordinal))}"));
        Assert.Equal(50, transport.Requests.Count);
        Assert.Equal(8, transport.UnderWay.Max());

        TaskCompletionSource Asked(int number) => asked.GetOrAdd(number, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    [Fact]
    public async Task Wildcards_OfRepositories_PipeAllOfTheirBranches()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        SandboxTransport transport = new(sandbox);
        transport.Connect(_module);

        ScriptResult result = _module.Run("Get-BitbucketRepository demo/* -Session $session | Get-BitbucketBranch -Session $session");

        string[] slugs = [.. result.Texts("Repository").Distinct(StringComparer.Ordinal).Select(name => name.Split('/')[1])];
        Assert.Equal(_module.Run("Get-BitbucketRepository -Session $session").Texts("Slug"), slugs);
        foreach (string slug in slugs)
        {
            Assert.Equal(
                (await sandbox.GitBranchesAsync(slug)).Order(StringComparer.Ordinal),
                result.Output.Where(item => Repository(item).EndsWith($"/{slug}", StringComparison.Ordinal)).Select(Name).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("Get-BitbucketBranch demo/website -Sort name -Session $session")]
    [InlineData("Get-BitbucketBranch demo/api release/* -Sort name -Session $session")]
    [InlineData("Get-BitbucketRepository demo/* -Session $session")]
    public async Task Lists_Trimmed_EqualThoseThatAreNot(string script)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        SandboxTransport trimming = new(sandbox);
        SandboxTransport whole = new(sandbox);

        trimming.Connect(_module);
        string trimmed = Serialized(script);
        whole.Connect(_module, trimsAnswers: false);
        string untrimmed = Serialized(script);

        Assert.Equal(untrimmed, trimmed);
        Assert.All(trimming.Requests, path => Assert.Contains("fields=", path, StringComparison.Ordinal));
        Assert.All(whole.Requests, path => Assert.DoesNotContain("fields=", path, StringComparison.Ordinal));
    }

    public void Dispose() => _module.Dispose();

    private static string Repository(PSObject branch) => $"{branch.Properties["Repository"].Value}";

    private static string Name(PSObject item) => $"{item.Properties["Name"].Value}";

    private string Serialized(string script) => PSSerializer.Serialize(_module.Run(script).Clean(), 6);
}
