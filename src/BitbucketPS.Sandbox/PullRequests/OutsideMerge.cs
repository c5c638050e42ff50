namespace BitbucketPS.Sandbox;

/// <summary>
/// Sees that the head of a source has come into its destination past the merge of the API: by a push, by the merge of another pull request
/// that holds the same commits. The service calls such a pull request merged.
/// </summary>
internal static class OutsideMerge
{
    /// <summary>A pull request as merged; null if its source is not in its destination.</summary>
    /// <param name="pullRequest">It, with its source where that is now.</param>
    /// <param name="repository">Where it is.</param>
    /// <param name="before">The full hash of the destination before it moved; null if nobody knows.</param>
    /// <param name="cancellationToken">Kills git.</param>
    public static async Task<PullRequest?> FindAsync(
        PullRequest pullRequest, HostedRepository repository, string? before, CancellationToken cancellationToken)
    {
        if (!pullRequest.IsOpen
            || (await repository.Git.FindBranchAsync(pullRequest.DestinationBranch, cancellationToken))?.Target.Hash is not { } destination
            || !await repository.Git.IsAncestorAsync(pullRequest.SourceHash, destination, cancellationToken))
        {
            return null;
        }

        GitCommit? merge = await FindMergeAsync(repository.Git, pullRequest.SourceHash, destination, cancellationToken);
        return pullRequest with
        {
            State = PullRequest.Merged,
            MergeHash = merge?.Hash ?? pullRequest.SourceHash,
            DestinationHash = merge?.Parents[0] ?? before ?? LastKnownDestination(pullRequest, repository),
        };
    }

    // The commit on the line of the destination itself that brought the source in; null if the source lies on that line.
    private static async Task<GitCommit?> FindMergeAsync(GitRepository git, string source, string destination, CancellationToken cancellationToken)
    {
        IReadOnlyList<GitCommit> later = await git.LogAsync(new([destination]) { Exclude = [source] }, cancellationToken);
        Dictionary<string, GitCommit> known = later.ToDictionary(commit => commit.Hash, StringComparer.Ordinal);
        HashSet<string> holders = HoldersOf(source, later);
        GitCommit? merge = known.GetValueOrDefault(destination);
        while (merge is not null && holders.Contains(merge.Parents[0]))
        {
            merge = known.GetValueOrDefault(merge.Parents[0]);
        }

        return merge;
    }

    private static HashSet<string> HoldersOf(string source, IReadOnlyList<GitCommit> later)
    {
        HashSet<string> holders = new([source], StringComparer.Ordinal);
        int count;
        do
        {
            // Once is enough unless clocks went wrong: git tells the newest first.
            count = holders.Count;
            foreach (GitCommit commit in later.Reverse().Where(commit => commit.Parents.Any(holders.Contains)))
            {
                holders.Add(commit.Hash);
            }
        }
        while (holders.Count > count);
        return holders;
    }

    private static string? LastKnownDestination(PullRequest pullRequest, HostedRepository repository)
        => repository.World.Data.All<PullRequestEvent>(repository.Uuid)
            .LastOrDefault(entry => entry.PullRequestNumber == pullRequest.Number && entry.Snapshot?.DestinationHash is not null)?.Snapshot!.DestinationHash;
}
