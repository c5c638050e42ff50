using System.Globalization;
using System.Runtime.CompilerServices;
using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Pull requests.</summary>
public sealed class PullRequestsClient
{
    private readonly OperationRunner _runner;

    internal PullRequestsClient(OperationRunner runner)
    {
        _runner = runner;
    }

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
            new QueryString().Add("q", query?.Filter).Add("sort", query?.Sort),
            BitbucketJson.Default.PagePullRequest,
            query,
            cancellationToken);
        await foreach (PullRequest pullRequest in pullRequests.ConfigureAwait(false))
        {
            yield return pullRequest with { Repository = repository };
        }
    }

    /// <summary>Gets one pull request.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="id">Its number.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The pull request.</returns>
    /// <exception cref="BitbucketException">There is no such pull request, or it cannot be read.</exception>
    public async Task<PullRequest> GetAsync(RepositoryId repository, long id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        PullRequest found = await _runner.GetAsync(
            PullRequestOperations.GetPullRequest,
            [repository.Workspace, repository.Slug, id.ToString(CultureInfo.InvariantCulture)],
            BitbucketJson.Default.PullRequest,
            cancellationToken).ConfigureAwait(false);
        return found with { Repository = repository };
    }
}
