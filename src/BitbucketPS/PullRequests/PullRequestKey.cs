namespace BitbucketPS.Cmdlets;

/// <summary>What addresses a pull request.</summary>
/// <param name="Repository">The repository it belongs to.</param>
/// <param name="Id">Its number.</param>
internal sealed record PullRequestKey(RepositoryId Repository, long Id)
{
    /// <summary>What addresses a pull request that is piped.</summary>
    /// <exception cref="BitbucketException">It does not know its repository, or its number.</exception>
    public static PullRequestKey Of(PullRequest pullRequest) => new(
        Belonging.Require(pullRequest.Repository, FormattableString.Invariant($"pull request {pullRequest.Id}")),
        Belonging.RequireNumber(pullRequest.Id, "pull request"));

    /// <summary><c>workspace/slug#number</c></summary>
    public override string ToString() => FormattableString.Invariant($"{Repository}#{Id}");
}
