using BitbucketPS.Http;
using BitbucketPS.Operations;

namespace BitbucketPS;

public sealed partial class PullRequestCommentsClient
{
    /// <summary>Closes the thread that a comment begins.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="pullRequestId">The number of the pull request.</param>
    /// <param name="id">The comment's number.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="BitbucketException">It begins no thread, the thread is closed already, or the server refuses.</exception>
    public Task ResolveAsync(RepositoryId repository, long pullRequestId, long id, CancellationToken cancellationToken = default)
        => _runner.CallAsync(new OperationCall(PullRequestCommentOperations.ResolvePullRequestComment, PullRequestPath.Of(repository, pullRequestId, id)), cancellationToken);

    /// <summary>Opens the thread that a comment begins again.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="pullRequestId">The number of the pull request.</param>
    /// <param name="id">The comment's number.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="BitbucketException">It begins no thread, the thread is open, or the server refuses.</exception>
    public Task ReopenAsync(RepositoryId repository, long pullRequestId, long id, CancellationToken cancellationToken = default)
        => _runner.DeleteAsync(PullRequestCommentOperations.ReopenPullRequestComment, PullRequestPath.Of(repository, pullRequestId, id), cancellationToken);
}
