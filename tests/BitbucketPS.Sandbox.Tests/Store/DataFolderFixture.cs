namespace BitbucketPS.Sandbox.Tests;

/// <summary>A folder for data, and sandboxes that use it one after the other.</summary>
public sealed class DataFolderFixture : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sandbox-data-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "data");

    public string StateFile => System.IO.Path.Combine(Path, FileJournal.FileName);

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Starts a sandbox, does something with it, and stops it.</summary>
    public Task RunAsync(Func<SandboxFixture, Task> work) => RunAsync(new(), work);

    public async Task RunAsync(SandboxOptions options, Func<SandboxFixture, Task> work)
    {
        await using SandboxFixture fixture = new() { Options = options with { DataDirectory = Path } };
        await fixture.InitializeAsync();
        await work(fixture);
    }

    /// <summary>Starts a sandbox that has to refuse.</summary>
    public async Task<string> FailAsync()
    {
        SandboxOptions options = new() { DataDirectory = Path };
        return (await Assert.ThrowsAsync<SandboxException>(
            () => SandboxServer.StartAsync(options, TestContext.Current.CancellationToken))).Message;
    }
}
