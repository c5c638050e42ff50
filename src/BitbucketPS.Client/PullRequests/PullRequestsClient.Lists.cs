using System.Runtime.CompilerServices;
using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <content>The lists of pull requests.</content>
public sealed partial class PullRequestsClient
{
    /// <summary>Lists the pull requests of a repository.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="query">Which ones, and in which order; null for the open ones, in the server's order.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The pull requests as their pages come.</returns>
    /// <exception cref="BitbucketException">The list cannot be read.</exception>
    public async IAsyncEnumerable<PullRequest> ListAsync(
        RepositoryId repository,
        PullRequestQuery? query = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        IAsyncEnumerable<PullRequest> pullRequests = _runner.ListAsync(
            PullRequestOperations.ListPullRequests,
            [repository.Workspace, repository.Slug],
            States(query?.States).Add("q", query?.Condition).Add("sort", query?.Sort),
            BitbucketJson.Default.PagePullRequest,
            query,
            cancellationToken);
        await foreach (PullRequest pullRequest in pullRequests.ConfigureAwait(false))
        {
            yield return pullRequest with { Repository = repository };
        }
    }

    /// <summary>Lists the pull requests that somebody opened in any repository of a workspace.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="user">The UUID or the account id of the author.</param>
    /// <param name="states">The states that are wanted, such as <c>OPEN</c>; null for the open ones alone.</param>
    /// <param name="options">How many; null for all.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The pull requests as their pages come.</returns>
    /// <exception cref="BitbucketException">The list cannot be read.</exception>
    public async IAsyncEnumerable<PullRequest> ListOfUserAsync(
        string workspace,
        string user,
        IReadOnlyList<string>? states = null,
        ListOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IAsyncEnumerable<PullRequest> pullRequests = _runner.ListAsync(
            PullRequestOperations.ListUserPullRequests,
            [workspace, user],
            States(states),
            BitbucketJson.Default.PagePullRequest,
            options,
            cancellationToken);
        await foreach (PullRequest pullRequest in pullRequests.ConfigureAwait(false))
        {
            yield return pullRequest with { Repository = pullRequest.DestinationSide?.Repository?.Id };
        }
    }

    /// <summary>Lists the pull requests, of all states, that brought a commit or are to bring it.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="hash">The hash of the commit.</param>
    /// <param name="options">How many; null for all.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The pull requests as their pages come.</returns>
    /// <exception cref="BitbucketException">There is no such commit, or the service is still indexing the repository.</exception>
    public async IAsyncEnumerable<PullRequest> ListOfCommitAsync(
        RepositoryId repository,
        string hash,
        ListOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        IAsyncEnumerable<PullRequest> pullRequests = _runner.ListAsync(
            PullRequestOperations.ListCommitPullRequests,
            [repository.Workspace, repository.Slug, hash],
            new(),
            BitbucketJson.Default.PagePullRequest,
            options,
            cancellationToken);
        await foreach (PullRequest pullRequest in pullRequests.ConfigureAwait(false))
        {
            yield return pullRequest with { Repository = repository };
        }
    }

    // One parameter for each state: only so the service gives more than the open ones.
    private static QueryString States(IReadOnlyList<string>? states)
        => (states ?? []).Aggregate(new QueryString(), (text, state) => text.Add("state", state));
}
