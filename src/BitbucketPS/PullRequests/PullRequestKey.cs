namespace BitbucketPS.Cmdlets;

/// <summary>What addresses a pull request.</summary>
/// <param name="Repository">The repository it belongs to.</param>
/// <param name="Id">Its number.</param>
internal sealed record PullRequestKey(RepositoryId Repository, long Id)
{
    /// <summary>What addresses a pull request that is piped.</summary>
    /// <exception cref="BitbucketException">It does not know its repository.</exception>
    public static PullRequestKey Of(PullRequest pullRequest)
        => new(
            pullRequest.Repository ?? throw new BitbucketException(
                BitbucketErrorKind.RepositoryRequired,
                FormattableString.Invariant($"The pull request {pullRequest.Id} does not say which repository it belongs to.")),
            pullRequest.Id);

    /// <summary><c>workspace/slug#number</c></summary>
    public override string ToString() => FormattableString.Invariant($"{Repository}#{Id}");
}
