using System.Globalization;
using BitbucketPS.Http;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Comments on pull requests.</summary>
public sealed class PullRequestCommentsClient
{
    private readonly OperationRunner _runner;

    internal PullRequestCommentsClient(OperationRunner runner)
    {
        _runner = runner;
    }

    /// <summary>Deletes a comment.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="pullRequestId">The number of the pull request.</param>
    /// <param name="id">The comment's number.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="BitbucketException">There is none, or the server refuses.</exception>
    public Task DeleteAsync(RepositoryId repository, long pullRequestId, long id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(repository);
        return _runner.DeleteAsync(
            PullRequestCommentOperations.DeletePullRequestComment,
            [repository.Workspace, repository.Slug, pullRequestId.ToString(CultureInfo.InvariantCulture), id.ToString(CultureInfo.InvariantCulture)],
            cancellationToken);
    }
}
