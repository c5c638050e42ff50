using System.Globalization;
using BitbucketPS.Http;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Approvals of pull requests and requests for changes.</summary>
public sealed class PullRequestReviewsClient
{
    private readonly OperationRunner _runner;

    internal PullRequestReviewsClient(OperationRunner runner)
    {
        _runner = runner;
    }

    /// <summary>Takes back the account's approval.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="id">The number of the pull request.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="BitbucketException">There is none, or the server refuses.</exception>
    public Task UnapproveAsync(RepositoryId repository, long id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        return _runner.DeleteAsync(
            PullRequestOperations.UnapprovePullRequest,
            [repository.Workspace, repository.Slug, id.ToString(CultureInfo.InvariantCulture)],
            cancellationToken);
    }
}
