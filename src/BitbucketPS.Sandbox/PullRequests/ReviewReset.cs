namespace BitbucketPS.Sandbox;

/// <summary>Takes reviews back when what was reviewed has changed, where the restrictions of the destination want that.</summary>
internal static class ReviewReset
{
    private const string Approvals = "reset_pullrequest_approvals_on_change";
    private const string ChangedApprovals = "smart_reset_pullrequest_approvals";
    private const string ChangeRequests = "reset_pullrequest_changes_requested_on_change";

    /// <summary>Takes back what does not hold any more.</summary>
    /// <param name="repository">Where the pull request is.</param>
    /// <param name="old">The pull request as it was reviewed.</param>
    /// <param name="now">With its source where it is now.</param>
    /// <param name="cancellationToken">Kills git.</param>
    public static async Task ApplyAsync(HostedRepository repository, PullRequest old, PullRequest now, CancellationToken cancellationToken)
    {
        string[] kinds = [.. RestrictionRules.Find(repository.World, repository, now.DestinationBranch).Select(restriction => restriction.Kind)];
        bool isSmart = kinds.Contains(ChangedApprovals, StringComparer.Ordinal);
        if (isSmart ? await HasChangedAsync(repository, old, now, cancellationToken) : kinds.Contains(Approvals, StringComparer.Ordinal))
        {
            TakeBack(repository, now, PullRequestParticipant.Approved);
        }

        if (kinds.Contains(ChangeRequests, StringComparer.Ordinal))
        {
            TakeBack(repository, now, PullRequestParticipant.ChangesRequested);
        }
    }

    // A rebase alone changes nothing of what a pull request does.
    private static async Task<bool> HasChangedAsync(HostedRepository repository, PullRequest old, PullRequest now, CancellationToken cancellationToken)
    {
        byte[]? before = await DiffAsync(repository, old, cancellationToken);
        byte[]? after = await DiffAsync(repository, now, cancellationToken);
        return before is null || after is null || !before.AsSpan().SequenceEqual(after);
    }

    private static async Task<byte[]?> DiffAsync(HostedRepository repository, PullRequest pullRequest, CancellationToken cancellationToken)
        => await PullRequestLookup.DestinationHashAsync(pullRequest, repository, cancellationToken) is { } destination
            && await repository.Git.MergeBaseAsync(destination, pullRequest.SourceHash, cancellationToken) is { } start
                ? await repository.Git.DiffAsync(start, pullRequest.SourceHash, GitDiffOptions.Usual, cancellationToken)
                : null;

    private static void TakeBack(HostedRepository repository, PullRequest pullRequest, string state)
    {
        string owner = pullRequest.OwnerIn(repository);
        foreach (PullRequestParticipant participant in repository.World.Data.All<PullRequestParticipant>(owner).ToArray())
        {
            if (string.Equals(participant.State, state, StringComparison.Ordinal))
            {
                repository.World.Data.Put(participant with { State = null }, owner);
            }
        }
    }
}
