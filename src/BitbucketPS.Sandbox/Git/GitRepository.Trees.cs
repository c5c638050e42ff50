using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <content>Files and folders of a commit.</content>
internal sealed partial class GitRepository
{
    /// <summary>What a path of a commit is; null if there is nothing. The root is a folder with an empty path.</summary>
    public async Task<GitTreeEntry?> FindEntryAsync(string commit, string path, CancellationToken cancellationToken)
    {
        string trimmed = path.Trim('/');
        if (trimmed.Length == 0)
        {
            return new("040000", "tree", commit, null, "");
        }

        if (GitPath.Clean(trimmed) is null)
        {
            return null;
        }

        IReadOnlyList<GitTreeEntry> found = await ListTreeAsync(commit, cancellationToken, "--", trimmed);
        return found.FirstOrDefault(entry => string.Equals(entry.Path, trimmed, StringComparison.Ordinal));
    }

    /// <summary>What a folder of a commit holds, in git's order.</summary>
    /// <param name="commit">A full hash.</param>
    /// <param name="folder">From the root; empty for the root itself.</param>
    /// <param name="depth">How many levels down: 1 for the folder alone.</param>
    /// <param name="cancellationToken">Kills git.</param>
    public async Task<IReadOnlyList<GitTreeEntry>> ReadTreeAsync(string commit, string folder, int depth, CancellationToken cancellationToken)
    {
        string trimmed = folder.Trim('/');
        string[] path = trimmed.Length == 0 ? [] : ["--", trimmed + "/"];
        if (depth <= 1)
        {
            return await ListTreeAsync(commit, cancellationToken, path);
        }

        int least = trimmed.Length == 0 ? 0 : trimmed.Split('/').Length;
        IReadOnlyList<GitTreeEntry> all = await ListTreeAsync(commit, cancellationToken, ["-r", "-t", .. path]);

        // With -t git names the folders on the way down too.
        return [.. all.Where(entry => entry.Path.Split('/').Length - least is var level && level >= 1 && level <= depth)];
    }

    /// <summary>The bytes of a file.</summary>
    public async Task<byte[]> ReadBlobAsync(string hash, CancellationToken cancellationToken)
        => (await GitCommand.RunOrThrowAsync(InRepository("cat-file", "blob", hash), writeInput: null, cancellationToken)).Output;

    private async Task<IReadOnlyList<GitTreeEntry>> ListTreeAsync(string commit, CancellationToken cancellationToken, params string[] more)
    {
        int split = Array.IndexOf(more, "--");
        string[] options = split < 0 ? more : more[..split];
        string[] paths = split < 0 ? [] : more[split..];
        GitResult result = await GitCommand.RunOrThrowAsync(
            InRepository(["--literal-pathspecs", "ls-tree", "-z", "-l", "--full-tree", .. options, commit, .. paths]), writeInput: null, cancellationToken);
        return [.. result.Text.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(ParseEntry)];
    }

    // "100644 blob HASH    SIZE<tab>PATH", the size being right-aligned, and - for what has none.
    private static GitTreeEntry ParseEntry(string line)
    {
        int tab = line.IndexOf('\t', StringComparison.Ordinal);
        string[] fields = line[..tab].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        long? size = long.TryParse(fields[3], NumberStyles.None, CultureInfo.InvariantCulture, out long bytes) ? bytes : null;
        return new(fields[0], fields[1], fields[2], size, line[(tab + 1)..]);
    }
}
