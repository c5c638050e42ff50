namespace BitbucketPS.Cmdlets;

/// <summary>Where new branches and tags begin when nothing is said.</summary>
internal static class MainBranch
{
    /// <summary>The name of a repository's main branch.</summary>
    /// <param name="client">The client.</param>
    /// <param name="repository">The repository.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="BitbucketException">It has none, or cannot be read.</exception>
    public static async Task<string> NameAsync(BitbucketClient client, RepositoryId repository, CancellationToken cancellationToken)
        => (await client.Repositories.GetAsync(repository, cancellationToken).ConfigureAwait(false)).MainBranch
            ?? throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"{repository} has no main branch to begin at; it is empty.")
            {
                RecommendedAction = "Give -Target, a commit's hash or the name of a branch.",
            };
}
