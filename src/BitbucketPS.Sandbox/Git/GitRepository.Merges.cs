namespace BitbucketPS.Sandbox;

/// <content>Merging without a work tree: git's own three-way merge, the commits written by hand.</content>
internal sealed partial class GitRepository
{
    /// <summary>Merges a commit into a branch. The branch moves only if it is where it was, and only when all is done.</summary>
    public async Task<GitMergeResult> MergeAsync(GitMergeRequest request, CancellationToken cancellationToken)
    {
        if (await FindBranchAsync(request.Branch, cancellationToken) is not { } branch)
        {
            return new() { HasMoved = true };
        }

        string destination = branch.Target.Hash;
        GitMergeResult merged = await MergeAsync(request, destination, cancellationToken);
        if (merged.Hash is null || string.Equals(merged.Hash, destination, StringComparison.Ordinal))
        {
            return merged;
        }

        return await MoveBranchAsync(request.Branch, merged.Hash, destination, cancellationToken) ? merged : new() { HasMoved = true };
    }

    /// <summary>The files that both sides changed; none if they can be merged.</summary>
    public async Task<IReadOnlyList<string>> FindConflictsAsync(string destination, string source, CancellationToken cancellationToken)
        => (await MergeTreesAsync(destination, source, cancellationToken)).Conflicts;

    private async Task<GitMergeResult> MergeAsync(GitMergeRequest request, string destination, CancellationToken cancellationToken)
    {
        bool isBehind = !await IsAncestorAsync(destination, request.Source, cancellationToken);
        switch (request.Strategy)
        {
            case GitMergeStrategy.FastForward or GitMergeStrategy.SquashFastForward when isBehind:
                return new() { IsBehind = true };
            case GitMergeStrategy.FastForward:
                return new() { Hash = request.Source };
            case GitMergeStrategy.RebaseFastForward or GitMergeStrategy.RebaseMerge:
                return await RebaseAsync(request, destination, cancellationToken);
            default:
                return await CombineAsync(request, destination, request.Source, cancellationToken);
        }
    }

    // One new commit with everything: of both parents, or squashed onto the destination.
    private async Task<GitMergeResult> CombineAsync(
        GitMergeRequest request, string destination, string source, CancellationToken cancellationToken)
    {
        (string? tree, IReadOnlyList<string> conflicts) = await MergeTreesAsync(destination, source, cancellationToken);
        if (tree is null)
        {
            return new() { Conflicts = conflicts };
        }

        string[] parents = request.Strategy is GitMergeStrategy.Squash or GitMergeStrategy.SquashFastForward ? [destination] : [destination, source];
        return new() { Hash = await WriteCommitAsync(tree, parents, request.Committer, request.Committer, request.Message, cancellationToken) };
    }

    private async Task<GitMergeResult> RebaseAsync(GitMergeRequest request, string destination, CancellationToken cancellationToken)
    {
        GitLogQuery query = new([request.Source]) { Exclude = [destination], WithoutMerges = true };
        string tip = destination;
        foreach (GitCommit commit in (await LogAsync(query, cancellationToken)).Reverse())
        {
            (string? tree, IReadOnlyList<string> conflicts) = await PickAsync(commit, tip, request.Committer, cancellationToken);
            if (tree is null)
            {
                return new() { Conflicts = conflicts };
            }

            tip = await WriteCommitAsync(tree, [tip], commit.Author, request.Committer, commit.Message, cancellationToken);
        }

        return request.Strategy is GitMergeStrategy.RebaseMerge
            ? await CombineAsync(request, destination, tip, cancellationToken)
            : new() { Hash = tip };
    }

    // A three-way merge with the parent of a commit as its base. git takes the base from the history, so it is shown one in which the
    // parent is what both sides came from.
    private async Task<(string? Tree, IReadOnlyList<string> Conflicts)> PickAsync(
        GitCommit commit, string tip, GitIdentity committer, CancellationToken cancellationToken)
    {
        string before = commit.Parents.Count > 0 ? $"{commit.Parents[0]}^{{tree}}" : EmptyTree;
        string @base = await WriteCommitAsync(await ReadHashAsync(before, cancellationToken), [], committer, committer, "base", cancellationToken);
        string ours = await WriteCommitAsync(await ReadHashAsync($"{tip}^{{tree}}", cancellationToken), [@base], committer, committer, "ours", cancellationToken);
        string theirs = await WriteCommitAsync(
            await ReadHashAsync($"{commit.Hash}^{{tree}}", cancellationToken), [@base], committer, committer, "theirs", cancellationToken);
        return await MergeTreesAsync(ours, theirs, cancellationToken);
    }

    private async Task<string> ReadHashAsync(string revision, CancellationToken cancellationToken)
        => (await GitCommand.RunOrThrowAsync(InRepository("rev-parse", "--verify", revision), writeInput: null, cancellationToken)).Text.Trim();

    private async Task<(string? Tree, IReadOnlyList<string> Conflicts)> MergeTreesAsync(
        string ours, string theirs, CancellationToken cancellationToken)
    {
        GitResult result = await RunAsync(
            cancellationToken, "merge-tree", "--write-tree", "-z", "--name-only", "--no-messages", "--allow-unrelated-histories", ours, theirs);
        string[] fields = result.Text.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        return result.ExitCode switch
        {
            0 => (fields[0].Trim(), []),
            1 => (null, [.. fields.Skip(1).Distinct(StringComparer.Ordinal)]),
            _ => throw new SandboxException($"git merge-tree failed: {result.Error.Trim()}"),
        };
    }
}
