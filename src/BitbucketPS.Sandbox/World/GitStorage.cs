using System.Collections.Concurrent;

namespace BitbucketPS.Sandbox;

/// <summary>The bare repositories on disk; one object each, so that what it remembers of git is remembered once.</summary>
/// <param name="root">The folder of all of them.</param>
internal sealed class GitStorage(string root)
{
    private readonly ConcurrentDictionary<string, GitRepository> _repositories = new(StringComparer.Ordinal);

    /// <summary>The repository in a folder, which need not exist yet.</summary>
    /// <param name="folder">Below the folder of all, with slashes.</param>
    public GitRepository Open(string folder)
        => _repositories.GetOrAdd(folder, key => new(Path.Combine([root, .. key.Split('/')])));

    /// <summary>Removes the repository in a folder, with all that is in it.</summary>
    public void Delete(string folder)
    {
        string path = Open(folder).Path;
        _repositories.TryRemove(folder, out _);
        if (!Directory.Exists(path))
        {
            return;
        }

        // git makes its objects read-only, which keeps some systems from deleting them.
        foreach (string file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(path, recursive: true);
    }
}
