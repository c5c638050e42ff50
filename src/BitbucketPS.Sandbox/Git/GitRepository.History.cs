using System.Globalization;

namespace BitbucketPS.Sandbox;

/// <content>The history of one file.</content>
internal sealed partial class GitRepository
{
    /// <summary>The commits that changed a file, the newest first, each with the file as it was then.</summary>
    /// <param name="query">From where, and of which file.</param>
    /// <param name="cancellationToken">Kills git.</param>
    public async Task<IReadOnlyList<GitFileVersion>> ReadFileHistoryAsync(GitLogQuery query, CancellationToken cancellationToken)
    {
        string path = GitPath.Clean(query.Path ?? "") ?? "";
        IReadOnlyList<GitCommit> commits = await LogAsync(query, cancellationToken);
        GitResult result = await GitCommand.RunOrThrowAsync(
            LogArguments(query, path, "--format=%x00%H", "--raw", "--no-abbrev", "-z", "--find-renames"), WriteRange(query), cancellationToken);
        IReadOnlyDictionary<string, GitTreeEntry> files = GitRawLogParser.Parse(result.Text);
        IReadOnlyDictionary<string, long> sizes = await ReadSizesAsync(files.Values.Select(file => file.Hash), cancellationToken);
        List<GitFileVersion> versions = [];
        foreach (GitCommit commit in commits)
        {
            // Of a merge git shows no difference.
            GitTreeEntry? file = files.TryGetValue(commit.Hash, out GitTreeEntry? changed)
                ? changed with { Size = sizes.TryGetValue(changed.Hash, out long size) ? size : null }
                : await FindEntryAsync(commit.Hash, path, cancellationToken);
            versions.Add(new(commit, file ?? new("100644", "blob", NoObject, Size: null, path)));
        }

        return versions;
    }

    // Without those that are no objects of this repository, such as the commits of submodules.
    private async Task<IReadOnlyDictionary<string, long>> ReadSizesAsync(IEnumerable<string> hashes, CancellationToken cancellationToken)
    {
        string input = string.Concat(hashes.Distinct(StringComparer.Ordinal).Select(hash => hash + "\n"));
        GitResult result = await GitCommand.RunOrThrowAsync(
            InRepository("cat-file", "--batch-check=%(objectname) %(objecttype) %(objectsize)"), WriteText(input), cancellationToken);
        return result.Text.Split('\n')
            .Select(line => line.Split(' '))
            .Where(fields => fields is [_, "blob", _])
            .ToDictionary(fields => fields[0], fields => long.Parse(fields[2], CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }
}
