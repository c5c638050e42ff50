using System.Runtime.CompilerServices;
using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Tasks on pull requests.</summary>
public sealed class PullRequestTasksClient
{
    private readonly OperationRunner _runner;

    internal PullRequestTasksClient(OperationRunner runner)
    {
        _runner = runner;
    }

    /// <summary>Lists the tasks of a pull request.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="pullRequestId">The number of the pull request.</param>
    /// <param name="query">Which ones, and in which order; null for all, in the server's order.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The tasks as their pages come.</returns>
    /// <exception cref="BitbucketException">The list cannot be read.</exception>
    public async IAsyncEnumerable<PullRequestTask> ListAsync(
        RepositoryId repository,
        long pullRequestId,
        PullRequestTaskQuery? query = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IAsyncEnumerable<PullRequestTask> tasks = _runner.ListAsync(
            PullRequestCommentOperations.ListPullRequestTasks,
            PullRequestPath.Of(repository, pullRequestId),
            new QueryString().Add("q", query?.Filter).Add("sort", query?.Sort),
            BitbucketJson.Default.PagePullRequestTask,
            query,
            cancellationToken);
        await foreach (PullRequestTask task in tasks.ConfigureAwait(false))
        {
            yield return Of(task, repository, pullRequestId);
        }
    }

    /// <summary>Gets one task.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="pullRequestId">The number of the pull request.</param>
    /// <param name="id">The task's number.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The task.</returns>
    /// <exception cref="BitbucketException">There is none, or it cannot be read.</exception>
    public async Task<PullRequestTask> GetAsync(RepositoryId repository, long pullRequestId, long id, CancellationToken cancellationToken = default)
    {
        PullRequestTask task = await _runner.GetAsync(
            PullRequestCommentOperations.GetPullRequestTask,
            PullRequestPath.Of(repository, pullRequestId, id),
            BitbucketJson.Default.PullRequestTask,
            cancellationToken).ConfigureAwait(false);
        return Of(task, repository, pullRequestId);
    }

    /// <summary>Puts a task on a pull request.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="pullRequestId">The number of the pull request.</param>
    /// <param name="draft">The task.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The task.</returns>
    /// <exception cref="BitbucketException">The server refuses.</exception>
    public async Task<PullRequestTask> CreateAsync(
        RepositoryId repository,
        long pullRequestId,
        PullRequestTaskDraft draft,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        PullRequestTask task = await _runner.SendAsync(
            PullRequestCommentOperations.CreatePullRequestTask,
            PullRequestPath.Of(repository, pullRequestId),
            PullRequestTaskBody.Of(draft),
            BitbucketJson.Default.PullRequestTaskBody,
            BitbucketJson.Default.PullRequestTask,
            cancellationToken).ConfigureAwait(false);
        return Of(task, repository, pullRequestId);
    }

    /// <summary>Changes a task.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="pullRequestId">The number of the pull request.</param>
    /// <param name="id">The task's number.</param>
    /// <param name="update">What is to be changed.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The task as it is now.</returns>
    /// <exception cref="BitbucketException">There is none, or the server refuses.</exception>
    public async Task<PullRequestTask> UpdateAsync(
        RepositoryId repository,
        long pullRequestId,
        long id,
        PullRequestTaskUpdate update,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        PullRequestTask task = await _runner.SendAsync(
            PullRequestCommentOperations.UpdatePullRequestTask,
            PullRequestPath.Of(repository, pullRequestId, id),
            PullRequestTaskBody.Of(update),
            BitbucketJson.Default.PullRequestTaskBody,
            BitbucketJson.Default.PullRequestTask,
            cancellationToken).ConfigureAwait(false);
        return Of(task, repository, pullRequestId);
    }

    /// <summary>Deletes a task.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="pullRequestId">The number of the pull request.</param>
    /// <param name="id">The task's number.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="BitbucketException">There is none, or the server refuses.</exception>
    public Task DeleteAsync(RepositoryId repository, long pullRequestId, long id, CancellationToken cancellationToken = default)
        => _runner.DeleteAsync(PullRequestCommentOperations.DeletePullRequestTask, PullRequestPath.Of(repository, pullRequestId, id), cancellationToken);

    private static PullRequestTask Of(PullRequestTask task, RepositoryId repository, long pullRequestId)
        => task with { Repository = repository, PullRequestId = pullRequestId };
}
