using System.Text;
using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Merges of pull requests.</summary>
public sealed class PullRequestMergesClient
{
    private const int LongestMessage = 128 * 1024;

    private readonly OperationRunner _runner;

    internal PullRequestMergesClient(OperationRunner runner)
    {
        _runner = runner;
    }

    /// <summary>
    /// Merges a pull request. The request is never sent twice. Where it ends so that nobody knows whether it was carried out, the pull
    /// request is looked at: if it is merged, all is well.
    /// </summary>
    /// <param name="repository">The repository.</param>
    /// <param name="id">The number of the pull request.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait, not the merge.</param>
    /// <returns>The task: done, with the merged pull request, or to be waited for.</returns>
    /// <exception cref="BitbucketException">It cannot be merged, or nobody knows whether it was.</exception>
    public async Task<PullRequestMergeTask> MergeAsync(
        RepositoryId repository,
        long id,
        PullRequestMergeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        PullRequestMergeOptions how = options ?? new();
        RequireShort(how.Message);
        OperationCall call = new(PullRequestOperations.MergePullRequest, PullRequestPath.Of(repository, id))
        {
            Query = new QueryString().Add("async", how.IsAsync ? "true" : null),
            Content = JsonBody.Write(
                new PullRequestMergeBody { Message = how.Message, CloseSourceBranch = how.CloseSourceBranch, Strategy = how.Strategy },
                BitbucketJson.Default.PullRequestMergeBody),
        };
        PullRequestMergeAnswer answer;
        try
        {
            answer = await _runner.CallAsync(call, PullRequestMergeAnswer.ReadAsync, cancellationToken).ConfigureAwait(false);
            answer.RequireMergeOf(id);
        }
        catch (BitbucketException e) when (e.IsOutcomeUnknown)
        {
            answer = new(await LookAsync(repository, id, e, cancellationToken).ConfigureAwait(false), TaskId: null);
        }

        return Of(new() { TaskId = answer.TaskId!, Status = answer.TaskId is null ? PullRequestMergeTask.Success : PullRequestMergeTask.Pending, PullRequest = answer.PullRequest }, repository, id);
    }

    /// <summary>Gets how far a merge is that goes on in the background.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="id">The number of the pull request.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The task as it is now.</returns>
    /// <exception cref="BitbucketException">The merge failed, or the task cannot be read.</exception>
    public async Task<PullRequestMergeTask> GetTaskAsync(RepositoryId repository, long id, string taskId, CancellationToken cancellationToken = default)
    {
        string[] path = [.. PullRequestPath.Of(repository, id), taskId];
        PullRequestMergeTask task = await _runner
            .GetAsync(PullRequestOperations.GetMergeTaskStatus, path, BitbucketJson.Default.PullRequestMergeTask, cancellationToken)
            .ConfigureAwait(false);
        return Of(task with { TaskId = taskId }, repository, id);
    }

    /// <summary>Waits for the end of a merge.</summary>
    /// <param name="task">The task.</param>
    /// <param name="timeout">How long to wait at most.</param>
    /// <param name="cancellationToken">Ends the wait, not the merge.</param>
    /// <returns>The merged pull request.</returns>
    /// <exception cref="BitbucketException">The merge failed, or is not done in time.</exception>
    public async Task<PullRequest> WaitAsync(PullRequestMergeTask task, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        RepositoryId repository = task.Repository ?? throw new ArgumentException("It does not know its repository.", nameof(task));
        MergeWait wait = new(this, _runner.TimeProvider) { Repository = repository, Timeout = timeout };
        PullRequestMergeTask done = await wait.RunAsync(task, cancellationToken).ConfigureAwait(false);
        return done.PullRequest ?? await ReadAsync(repository, task.PullRequestId, cancellationToken).ConfigureAwait(false);
    }

    private static PullRequestMergeTask Of(PullRequestMergeTask task, RepositoryId repository, long id) => task with
    {
        Repository = repository,
        PullRequestId = id,
        PullRequest = task.PullRequest is { } merged ? merged with { Repository = repository } : null,
    };

    private static void RequireShort(string? message)
    {
        if (message is not null && Encoding.UTF8.GetByteCount(message) > LongestMessage)
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"The message of a merge can have {LongestMessage / 1024} KiB, and this one has more.");
        }
    }

    private async Task<PullRequest> LookAsync(RepositoryId repository, long id, BitbucketException failure, CancellationToken cancellationToken)
    {
        PullRequest? found;
        try
        {
            found = await ReadAsync(repository, id, cancellationToken).ConfigureAwait(false);
        }
        catch (BitbucketException)
        {
            // What became of the merge is what counts, and that is as unknown as before.
            found = null;
        }

        return found is { IsMerged: true } ? found : throw new BitbucketException(
            failure.Kind,
            FormattableString.Invariant($"{failure.Message} The merge of {repository}#{id} may still run."),
            failure)
        {
            RecommendedAction = FormattableString.Invariant($"Look whether it is merged before you try again: Get-BitbucketPullRequest {repository} {id}. A merge that takes long is better begun with -Wait."),
        };
    }

    private async Task<PullRequest> ReadAsync(RepositoryId repository, long id, CancellationToken cancellationToken)
    {
        PullRequest found = await _runner
            .GetAsync(PullRequestOperations.GetPullRequest, PullRequestPath.Of(repository, id), BitbucketJson.Default.PullRequest, cancellationToken)
            .ConfigureAwait(false);
        return found with { Repository = repository };
    }
}
