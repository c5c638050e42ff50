namespace BitbucketPS.Cmdlets;

/// <summary>What is compared: commits of a repository, or a pull request.</summary>
/// <param name="Repository">The repository.</param>
/// <param name="PullRequestId">The number of the pull request; null for commits.</param>
/// <param name="From">The older commit; null for the parent of the newer one.</param>
/// <param name="To">The newer commit; null for the newest of the main branch.</param>
internal sealed record DiffTarget(RepositoryId Repository, long? PullRequestId, string? From, string? To)
{
    /// <summary>Its full address.</summary>
    public override string ToString()
        => PullRequestId is { } id ? FormattableString.Invariant($"{Repository}#{id}")
            : From is null ? $"{Repository}:{To}"
            : $"{Repository}:{From}..{To}";
}
