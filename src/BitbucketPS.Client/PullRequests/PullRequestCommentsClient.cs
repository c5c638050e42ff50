using System.Runtime.CompilerServices;
using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Comments on pull requests, and the threads they make up.</summary>
public sealed partial class PullRequestCommentsClient
{
    private readonly OperationRunner _runner;

    internal PullRequestCommentsClient(OperationRunner runner)
    {
        _runner = runner;
    }

    /// <summary>Lists the comments on a pull request, the shells of deleted ones among them.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="pullRequestId">The number of the pull request.</param>
    /// <param name="options">How many to read; null for all.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The comments as their pages come.</returns>
    /// <exception cref="BitbucketException">The list cannot be read.</exception>
    public async IAsyncEnumerable<PullRequestComment> ListAsync(
        RepositoryId repository,
        long pullRequestId,
        ListOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IAsyncEnumerable<PullRequestComment> comments = _runner.ListAsync(
            PullRequestCommentOperations.ListPullRequestComments,
            PullRequestPath.Of(repository, pullRequestId),
            new(),
            BitbucketJson.Default.PagePullRequestComment,
            options,
            cancellationToken);
        await foreach (PullRequestComment comment in comments.ConfigureAwait(false))
        {
            yield return Of(comment, repository, pullRequestId);
        }
    }

    /// <summary>Gets one comment.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="pullRequestId">The number of the pull request.</param>
    /// <param name="id">The comment's number.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The comment; its shell if it was deleted.</returns>
    /// <exception cref="BitbucketException">There is none, or it cannot be read.</exception>
    public async Task<PullRequestComment> GetAsync(RepositoryId repository, long pullRequestId, long id, CancellationToken cancellationToken = default)
    {
        PullRequestComment comment = await _runner.GetAsync(
            PullRequestCommentOperations.GetPullRequestComment,
            PullRequestPath.Of(repository, pullRequestId, id),
            BitbucketJson.Default.PullRequestComment,
            cancellationToken).ConfigureAwait(false);
        return Of(comment, repository, pullRequestId);
    }

    /// <summary>Writes a comment. It is never sent twice, whatever the server answers: it would be there twice.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="pullRequestId">The number of the pull request.</param>
    /// <param name="draft">The comment.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The comment. Its parent is what the server says: it may have taken an answer for the beginning of a thread.</returns>
    /// <exception cref="BitbucketException">The server refuses.</exception>
    public async Task<PullRequestComment> CreateAsync(
        RepositoryId repository,
        long pullRequestId,
        PullRequestCommentDraft draft,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        PullRequestComment comment = await _runner.SendAsync(
            PullRequestCommentOperations.CreatePullRequestComment,
            PullRequestPath.Of(repository, pullRequestId),
            PullRequestCommentBody.Of(draft),
            BitbucketJson.Default.PullRequestCommentBody,
            BitbucketJson.Default.PullRequestComment,
            cancellationToken).ConfigureAwait(false);
        return Of(comment, repository, pullRequestId);
    }

    /// <summary>Changes a comment.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="pullRequestId">The number of the pull request.</param>
    /// <param name="id">The comment's number.</param>
    /// <param name="update">What is to be changed.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The comment as it is now.</returns>
    /// <exception cref="BitbucketException">There is none, or the server refuses: only its author may change it.</exception>
    public async Task<PullRequestComment> UpdateAsync(
        RepositoryId repository,
        long pullRequestId,
        long id,
        PullRequestCommentUpdate update,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        PullRequestComment comment = await _runner.SendAsync(
            PullRequestCommentOperations.UpdatePullRequestComment,
            PullRequestPath.Of(repository, pullRequestId, id),
            PullRequestCommentBody.Of(update),
            BitbucketJson.Default.PullRequestCommentBody,
            BitbucketJson.Default.PullRequestComment,
            cancellationToken).ConfigureAwait(false);
        return Of(comment, repository, pullRequestId);
    }

    /// <summary>Deletes a comment.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="pullRequestId">The number of the pull request.</param>
    /// <param name="id">The comment's number.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="BitbucketException">There is none, or the server refuses.</exception>
    public Task DeleteAsync(RepositoryId repository, long pullRequestId, long id, CancellationToken cancellationToken = default)
        => _runner.DeleteAsync(PullRequestCommentOperations.DeletePullRequestComment, PullRequestPath.Of(repository, pullRequestId, id), cancellationToken);

    private static PullRequestComment Of(PullRequestComment comment, RepositoryId repository, long pullRequestId)
        => comment with { Repository = repository, PullRequestId = pullRequestId };
}
