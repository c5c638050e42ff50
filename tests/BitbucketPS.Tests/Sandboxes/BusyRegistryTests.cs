using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Sandboxes;

/// <summary>What a process that looks for sandboxes makes of files that come and go while it looks.</summary>
[Collection(OwnRegistry.Collection)]
public sealed class BusyRegistryTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly OwnRegistry _registry = new();
    private readonly ModuleRunspace _module = new();

    public void Dispose()
    {
        _module.Run("Stop-BitbucketSandbox");
        _module.Dispose();
        _registry.Dispose();
    }

    [Fact]
    public async Task Files_ThatComeAndGoMeanwhile_HideNoOther()
    {
        _module.Run("Start-BitbucketSandbox").Clean();
        using ModuleRunspace other = new();
        using CancellationTokenSource enough = new();
        Task others = Task.Run(() => ComeAndGo(enough.Token), TestContext.Current.CancellationToken);

        ScriptResult result = other.Run("1..100 | ForEach-Object { Get-BitbucketSandbox }");
        await enough.CancelAsync();
        await others;

        Assert.Equal(100, result.Clean().Count);
        Assert.Empty(result.Warnings);
    }

    private void ComeAndGo(CancellationToken cancellationToken)
    {
        string[] files = [.. Enumerable.Range(0, 50).Select(number => Path.Combine(_registry.Folder, $"elsewhere-{number}.json"))];
        while (!cancellationToken.IsCancellationRequested)
        {
            Array.ForEach(files, Make);
            Array.ForEach(files, File.Delete);
        }
    }

    private static void Make(string file)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Owner;
        }

        using FileStream empty = new(file, options);
    }
}
