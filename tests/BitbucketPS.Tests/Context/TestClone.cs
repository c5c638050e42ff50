using BitbucketPS.Tests.Hosting;

namespace BitbucketPS.Tests.Context;

/// <summary>A git repository in a temporary folder.</summary>
internal sealed class TestClone : IAsyncDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("bitbucketps-clone-");

    private TestClone()
    {
        Folder = Path.Combine(_root.FullName, "clone");
        Directory.CreateDirectory(Folder);
    }

    public string Folder { get; }

    /// <summary>The folder in which it lies, for what lies beside it.</summary>
    public string Parent => _root.FullName;

    public static async Task<TestClone> InitAsync(params (string Name, string Address)[] remotes)
    {
        TestClone clone = new();
        await clone.GitAsync("init", "--quiet", "--initial-branch=main");
        await clone.GitAsync("config", "user.name", "Ada");
        await clone.GitAsync("config", "user.email", "ada@example.org");
        foreach ((string name, string address) in remotes)
        {
            await clone.GitAsync("remote", "add", name, address);
        }

        return clone;
    }

    public Task<string[]> GitAsync(params string[] arguments) => Git.LinesAsync(Folder, arguments);

    public Task CommitAsync() => GitAsync("commit", "--quiet", "--allow-empty", "--message", "Begin");

    public ValueTask DisposeAsync()
    {
        _root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
