using System.Collections.Concurrent;

namespace BitbucketPS.Sandbox;

/// <summary>The bare repositories on disk; one object each, so that what it remembers of git is remembered once.</summary>
/// <param name="root">The folder of all of them.</param>
/// <param name="undo">Where they note what they do to branches and tags.</param>
internal sealed class GitStorage(string root, RefUndo undo)
{
    private readonly ConcurrentDictionary<string, GitRepository> _repositories = new(StringComparer.Ordinal);

    /// <summary>The folder of all of them.</summary>
    public string Root { get; } = root;

    /// <summary>Where its repositories note what they do to branches and tags.</summary>
    public RefUndo Undo { get; } = undo;

    private string Bin => Path.Combine(Root, ".deleted");

    /// <summary>The repository in a folder, which need not exist yet.</summary>
    /// <param name="folder">Below the folder of all, with slashes.</param>
    public GitRepository Open(string folder)
        => _repositories.GetOrAdd(folder, key => new(Path.Combine([Root, .. key.Split('/')]), Undo));

    /// <summary>
    /// Removes the repository in a folder, with all that is in it. It is kept aside until the next one is removed: by then the
    /// request is written down, and until then a start after a crash can put it back.
    /// </summary>
    public void Delete(string folder)
    {
        string path = Open(folder).Path;
        _repositories.TryRemove(folder, out _);
        Empty();
        if (Directory.Exists(path))
        {
            Directory.CreateDirectory(Bin);
            Directory.Move(path, AsideOf(folder));
        }
    }

    /// <summary>Puts back a repository that was removed by a request that was not written down; false if there is none.</summary>
    public bool Restore(string folder)
    {
        bool isThere = Directory.Exists(AsideOf(folder));
        if (isThere)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Open(folder).Path)!);
            Directory.Move(AsideOf(folder), Open(folder).Path);
        }

        return isThere;
    }

    /// <summary>Deletes for good what was removed.</summary>
    public void Empty() => FolderRemoval.Remove(Bin);

    private string AsideOf(string folder) => Path.Combine(Bin, folder.Replace('/', '+'));
}
