namespace BitbucketPS.Cmdlets;

/// <summary>What is looked up before a pull request is opened.</summary>
/// <param name="client">The client.</param>
/// <param name="people">Finds the people.</param>
/// <param name="repository">The repository to merge into.</param>
internal sealed class PullRequestOpening(BitbucketClient client, UserFinder people, RepositoryId repository)
{
    private string? _mainBranch;
    private string? _sourceName;

    /// <summary>The branch to merge.</summary>
    public required string SourceBranch { get; init; }

    /// <summary>The repository of that branch, for a fork; null for the same repository.</summary>
    public RepositoryId? SourceRepository { get; init; }

    /// <summary>The branch to merge into; null for the main branch.</summary>
    public string? DestinationBranch { get; init; }

    /// <summary>What an error about it is about: the branch, with its repository.</summary>
    public string Address => $"{SourceRepository ?? repository}:{SourceBranch}";

    /// <summary>Looks whether one is open already: the service would change that one instead, and not say so.</summary>
    /// <exception cref="BitbucketException">One is.</exception>
    public async Task RequireNoneAsync(CancellationToken cancellationToken)
    {
        PullRequestQuery query = new() { Filter = $"source.branch.name = {QueryText.Quote(SourceBranch)}" };
        await foreach (PullRequest open in client.PullRequests.ListAsync(repository, query, cancellationToken).ConfigureAwait(false))
        {
            if (await IsFromSourceAsync(open, cancellationToken).ConfigureAwait(false)
                && string.Equals(open.DestinationBranch, await DestinationAsync(cancellationToken).ConfigureAwait(false), StringComparison.Ordinal))
            {
                throw new BitbucketException(BitbucketErrorKind.Conflict, $"{open} is open already from {Address} into {open.DestinationBranch}.")
                {
                    RecommendedAction = "Change that one with Set-BitbucketPullRequest.",
                };
            }
        }
    }

    /// <summary>Makes a title and a description of the commits.</summary>
    /// <exception cref="BitbucketException">There are none, or they cannot be read.</exception>
    public async Task<PullRequestFill> FillAsync(CancellationToken cancellationToken)
    {
        string destination = await DestinationAsync(cancellationToken).ConfigureAwait(false);

        // By its hash: the fork may have a branch of the same name that stands elsewhere.
        Branch branch = await client.Refs.GetBranchAsync(repository, destination, cancellationToken).ConfigureAwait(false);
        return await PullRequestFill.ReadAsync(
            client, SourceRepository ?? repository, SourceBranch, branch, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The UUIDs of the reviewers: those who are named, and the default ones without the author, whom the service refuses.</summary>
    /// <param name="named">Who is named.</param>
    /// <param name="withDefaults">Whether the default reviewers are to be asked too.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<IReadOnlyList<string>> ReviewersAsync(string[] named, bool withDefaults, CancellationToken cancellationToken)
    {
        List<string> uuids = [.. await people.FindUuidsAsync(repository.Workspace, named, cancellationToken).ConfigureAwait(false)];
        if (withDefaults)
        {
            List<string> defaults = [];
            await foreach (Account reviewer in client.PullRequests.ListDefaultReviewersAsync(repository, cancellationToken).ConfigureAwait(false))
            {
                defaults.Add(reviewer.Uuid ?? "");
            }

            string? author = defaults.Count == 0 ? null : await people.FindOwnUuidAsync(cancellationToken).ConfigureAwait(false);
            uuids.AddRange(defaults.Where(uuid => uuid.Length > 0 && !string.Equals(uuid, author, StringComparison.OrdinalIgnoreCase)));
        }

        return [.. uuids.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    // The person may have named the repository by its UUID or by a former name, which is not what the answer says.
    private async Task<bool> IsFromSourceAsync(PullRequest open, CancellationToken cancellationToken)
    {
        if (SourceRepository is null)
        {
            return !open.IsFromFork;
        }

        _sourceName ??= (await client.Repositories.GetAsync(SourceRepository, cancellationToken).ConfigureAwait(false)).FullName;
        return string.Equals(_sourceName, open.SourceRepository?.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    private async Task<string> DestinationAsync(CancellationToken cancellationToken)
        => DestinationBranch ?? (_mainBranch ??= (await client.Repositories.GetAsync(repository, cancellationToken).ConfigureAwait(false)).MainBranch)
            ?? throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"{repository} has no main branch.") { RecommendedAction = "Give -DestinationBranch." };
}
