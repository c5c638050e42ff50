using System.Management.Automation;
using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Repositories;

public sealed class WatcherTests
{
    [Fact]
    public async Task GetWatcher_Repository_WritesTheAccounts()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();
        module.Run("New-BitbucketRepository demo/new").Clean();

        PSObject watcher = Assert.Single(module.Run("Get-BitbucketWatcher demo/new").Clean());

        Assert.Equal("BitbucketPS.Account", watcher.TypeNames[0]);
        Assert.NotEmpty($"{watcher.Properties["DisplayName"].Value}");
        Assert.StartsWith("{", $"{watcher.Properties["Uuid"].Value}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetWatcher_PipedRepositories_ListsEach()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        string[] one = module.Run("Get-BitbucketWatcher demo/website").Texts("Uuid");
        string[] two = module.Run("'demo/website', 'demo/website' | Get-BitbucketWatcher").Texts("Uuid");

        Assert.Equal([.. one, .. one], two);
        Assert.Equal(one.Take(1), module.Run("Get-BitbucketWatcher demo/website -First 1").Texts("Uuid"));
    }

    [Fact]
    public async Task GetWatcher_Missing_IsOneClearError()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        using ModuleRunspace module = sandbox.Connect();

        Assert.Equal(ErrorCategory.ObjectNotFound, module.Run("Get-BitbucketWatcher demo/gone").SingleError.CategoryInfo.Category);
    }
}
