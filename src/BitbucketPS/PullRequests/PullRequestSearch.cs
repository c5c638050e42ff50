using System.Runtime.CompilerServices;

namespace BitbucketPS.Cmdlets;

/// <summary>Finds pull requests of a repository by what people say of them.</summary>
/// <param name="client">The client.</param>
/// <param name="people">Finds the people.</param>
/// <param name="repository">The repository.</param>
internal sealed class PullRequestSearch(BitbucketClient client, UserFinder people, RepositoryId repository)
{
    /// <summary>Who opened them; null for anybody.</summary>
    public string? Author { get; init; }

    /// <summary>Who is asked to review them; null for anybody.</summary>
    public string? Reviewer { get; init; }

    /// <summary>The branch that is merged; null for any.</summary>
    public NameCondition? Source { get; init; }

    /// <summary>The branch that is merged into; null for any.</summary>
    public NameCondition? Destination { get; init; }

    /// <summary>True if the branch is one of the repository itself: forks may have one of the same name.</summary>
    public bool IsOfRepository { get; init; }

    /// <summary>True if to find none is an error.</summary>
    public bool MustFind { get; init; }

    /// <summary>True if the service alone decides which ones are meant.</summary>
    public bool IsServers => !IsOfRepository && Source is null or { IsServers: true } && Destination is null or { IsServers: true };

    /// <summary>Checks what the service does not.</summary>
    public bool IsMeant(PullRequest pullRequest)
        => !(IsOfRepository && pullRequest.IsFromFork) && (Source?.IsMatch(pullRequest.SourceBranch) ?? true) && (Destination?.IsMatch(pullRequest.DestinationBranch) ?? true);

    /// <summary>Finds them.</summary>
    /// <param name="query">What else is asked for.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="BitbucketException">Somebody is not found, nothing is, or the list cannot be read.</exception>
    public async IAsyncEnumerable<PullRequest> FindAsync(PullRequestQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? filter = QueryText.All(
            query.Filter,
            await PersonAsync("author", Author, cancellationToken).ConfigureAwait(false),
            await PersonAsync("reviewers", Reviewer, cancellationToken).ConfigureAwait(false),
            Source?.Query("source.branch.name"),
            Destination?.Query("destination.branch.name"));
        bool found = query.First == 0 || query.Skip > 0;
        await foreach (PullRequest pullRequest in client.PullRequests.ListAsync(repository, query with { Filter = filter }, cancellationToken).ConfigureAwait(false))
        {
            found |= IsMeant(pullRequest);
            yield return pullRequest;
        }

        if (MustFind && !found)
        {
            throw new BitbucketException(BitbucketErrorKind.NotFound, $"{repository} has no such pull request from {Source}.")
            {
                RecommendedAction = "Open one with New-BitbucketPullRequest, or look for closed ones with -State All.",
            };
        }
    }

    // By what never changes: names do, and an e-mail address finds nobody.
    private async Task<string?> PersonAsync(string field, string? text, CancellationToken cancellationToken)
    {
        if (text is null)
        {
            return null;
        }

        Account account = await people.FindAsync(repository.Workspace, text, cancellationToken).ConfigureAwait(false);
        return account.Uuid is { } uuid
            ? $"{field}.uuid = {QueryText.Quote(uuid)}"
            : $"{field}.account_id = {QueryText.Quote(account.AccountId ?? "")}";
    }
}
