using System.Text;

namespace BitbucketPS.Sandbox.Tests;

/// <summary>A bare repository of its own for one test.</summary>
public sealed class GitScratch : IAsyncLifetime
{
    private static readonly DateTimeOffset s_start = new(2026, 5, 4, 12, 0, 0, TimeSpan.FromHours(2));

    private readonly string _folder = Directory.CreateTempSubdirectory("bitbucket-git-").FullName;
    private int _commits;

    internal GitRepository Repository { get; private set; } = null!;

    internal string Folder => _folder;

    internal GitIdentity Asha => new("Asha Rao", "asha@example.org", s_start.AddMinutes(_commits));

    public async ValueTask InitializeAsync()
    {
        string path = Path.Combine(_folder, "one.git");
        Directory.CreateDirectory(path);
        Repository = new(path);
        await Repository.InitialiseAsync("main", TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        foreach (string file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Writes a commit to a branch, which is made where it does not exist: <c>path=content</c>, or <c>path</c> to delete it.</summary>
    internal async Task<string> CommitAsync(string branch, string? parent, params string[] files)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        _commits++;
        GitFileWrite[] writes = [.. files.Select(file => file.Split('=', 2))
            .Select(parts => new GitFileWrite(parts[0], parts.Length > 1 ? (ReadOnlyMemory<byte>?)Encoding.UTF8.GetBytes(parts[1]) : null))];
        string? head = (await Repository.FindBranchAsync(branch, token))?.Target.Hash;
        string hash = await Repository.WriteFilesAsync(parent ?? head, writes, Asha, Asha, $"Commit {_commits}\n", token);
        Assert.True(head is null
            ? await Repository.CreateBranchAsync(branch, hash, token) is RefCreation.Created
            : await Repository.MoveBranchAsync(branch, hash, head, token));
        return hash;
    }

    internal async Task<string> ReadAsync(string revision, string path)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        GitTreeEntry? entry = await Repository.FindEntryAsync(revision, path, token);
        return entry is null ? "" : Encoding.UTF8.GetString(await Repository.ReadBlobAsync(entry.Hash, token));
    }
}
