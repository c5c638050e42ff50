using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Base;

/// <summary>-First, -Skip and -IncludeTotalCount.</summary>
public sealed class PagingTests
{
    private const string Raw = "Invoke-BitbucketRequest '/repositories/demo/website/refs/branches?sort=name' -All";

    [Theory]
    [InlineData("Get-BitbucketBranch demo/website -Sort name", 0, 5)]
    [InlineData("Get-BitbucketBranch demo/website -Sort name", 120, 30)]
    [InlineData("Get-BitbucketBranch demo/website -Sort name", 265, 30)]
    [InlineData("Get-BitbucketBranch demo/website *e* -Sort name", 0, 5)]
    [InlineData("Get-BitbucketBranch demo/website *e* -Sort name", 7, 150)]
    [InlineData("Get-BitbucketRepository demo/* -Sort name", 1, 2)]
    [InlineData("Get-BitbucketRepository demo/*s* -Sort name", 1, 1)]
    [InlineData("Get-BitbucketBranch demo/website main", 0, 1)]
    [InlineData("Get-BitbucketBranch demo/website main", 1, 1)]
    [InlineData("Get-BitbucketRepository demo/website", 0, 7)]
    [InlineData(Raw, 100, 2)]
    public async Task SkipAndFirst_OfAList_AreThatPartOfIt(string script, int skip, int first)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        string[] all = module.Run(script).Texts("Name");

        Assert.Equal(all.Skip(skip).Take(first), module.Run($"{script} -Skip {skip} -First {first}").Texts("Name"));
        Assert.Equal(all.Skip(skip), module.Run($"{script} -Skip {skip}").Texts("Name"));
    }

    [Theory]
    [InlineData("Get-BitbucketBranch demo/website", 1, 1)]
    [InlineData("Get-BitbucketBranch demo/website", 150, 2)]
    [InlineData("Get-BitbucketBranch demo/website", 0, 0)]
    [InlineData("Get-BitbucketBranch demo/website feature/*", 1, 1)]
    [InlineData(Raw, 3, 1)]
    public async Task First_OfAList_AsksForNoMoreThanItTakes(string script, int first, int requests)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        Assert.Equal(first, module.Run($"{script} -First {first}").Clean().Count);

        Assert.Equal(requests, sandbox.RequestsSince(before).Length);
    }

    [Fact]
    public async Task First_PipedRepositories_CountsInEach()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        ScriptResult result = module.Run("Get-BitbucketRepository demo/* | Get-BitbucketBranch -Sort '-target.date' -First 1");

        Assert.Equal(module.Run("Get-BitbucketRepository").Texts("FullName"), result.Texts("Repository"));
    }

    [Theory]
    [InlineData("Get-BitbucketBranch demo/website -First 2", 268, 1.0, 2)]
    [InlineData("Get-BitbucketBranch demo/website", 268, 1.0, 268)]
    [InlineData("Get-BitbucketBranch demo/website -First 0", 268, 1.0, 0)]
    [InlineData("Get-BitbucketBranch demo/website -Skip 260", 268, 1.0, 8)]
    [InlineData("Get-BitbucketBranch demo/api main", 1, 1.0, 1)]
    [InlineData("Get-BitbucketBranch demo/api release/[12].*", 5, 0.5, 4)]
    [InlineData("Get-BitbucketBranch demo/api nothing/*", 0, 0.5, 0)]
    [InlineData("Get-BitbucketRepository -First 1", 4, 1.0, 1)]
    [InlineData(Raw + " -First 1", 268, 1.0, 1)]
    public async Task IncludeTotalCount_OfAList_ComesBeforeIt(string script, ulong total, double accuracy, int items)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        IReadOnlyList<PSObject> result = module.Run($"{script} -IncludeTotalCount").Clean();

        Assert.Equal(total, result[0].BaseObject);
        Assert.Equal(accuracy, result[0].Properties["Accuracy"].Value);
        Assert.Equal(items, result.Count - 1);
    }

    [Fact]
    public void IncludeTotalCount_ServerDoesNotTell_HasNoAccuracy()
    {
        using ModuleRunspace module = new();
        ScriptedServer server = new((_, _, _) => Task.FromResult(ScriptedServer.Branches("a", "b")));
        server.Connect(module);

        IReadOnlyList<PSObject> result = module.Run("Get-BitbucketBranch website -IncludeTotalCount -Session $session").Clean();

        Assert.Equal(0.0, result[0].Properties["Accuracy"].Value);
        Assert.Equal(3, result.Count);
    }

    [Theory]
    [InlineData("-First 1")]
    [InlineData("-Skip 1")]
    [InlineData("-IncludeTotalCount")]
    public async Task InvokeRequest_PagingWithoutAll_IsRefused(string parameter)
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        int before = sandbox.Server.Requests.Count;

        ErrorRecord error = module.Run($"Invoke-BitbucketRequest /user {parameter}").SingleError;

        Assert.StartsWith("InvalidArgument,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-All", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.RequestsSince(before));
    }
}
