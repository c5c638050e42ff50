namespace BitbucketPS;

/// <summary>
/// Waits for the end of a merge that goes on in the background. That its task cannot be read for a while says nothing of the merge, so
/// it is asked for again until the time is over.
/// </summary>
/// <param name="merges">Reads the task.</param>
/// <param name="time">The clock.</param>
internal sealed class MergeWait(PullRequestMergesClient merges, TimeProvider time)
{
    private static readonly TimeSpan s_firstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(5);

    private BitbucketException? _failure;

    /// <summary>The repository of the pull request.</summary>
    public required RepositoryId Repository { get; init; }

    /// <summary>How long to wait at most.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Waits.</summary>
    /// <returns>The task, which is done.</returns>
    /// <exception cref="BitbucketException">The merge failed, its task cannot be read, or it is not done in time.</exception>
    public async Task<PullRequestMergeTask> RunAsync(PullRequestMergeTask task, CancellationToken cancellationToken)
    {
        using CancellationTokenSource deadline = new(Timeout, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await PollAsync(task, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw NotDone(task);
        }
    }

    // What will pass is waited out.
    private static bool IsPassing(BitbucketException e) => e.Kind is BitbucketErrorKind.ServerError or BitbucketErrorKind.RateLimited
        or BitbucketErrorKind.ConnectionFailed or BitbucketErrorKind.ConnectionBroken or BitbucketErrorKind.Timeout;

    private static bool IsMerges(BitbucketException e) => e.Kind is BitbucketErrorKind.BadRequest or BitbucketErrorKind.Conflict;

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private async Task<PullRequestMergeTask> PollAsync(PullRequestMergeTask begun, CancellationToken cancellationToken)
    {
        PullRequestMergeTask task = begun;
        for (TimeSpan wait = s_firstWait; !task.IsDone; wait = Min(wait * 1.5, s_longestWait))
        {
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            task = await ReadAsync(task, cancellationToken).ConfigureAwait(false);
        }

        return task;
    }

    private async Task<PullRequestMergeTask> ReadAsync(PullRequestMergeTask task, CancellationToken cancellationToken)
    {
        try
        {
            return await merges.GetTaskAsync(Repository, task.PullRequestId, task.TaskId, cancellationToken).ConfigureAwait(false);
        }
        catch (BitbucketException e) when (IsPassing(e))
        {
            _failure = e;
            return task;
        }
        catch (BitbucketException e) when (!IsMerges(e))
        {
            throw MayStillRun(task, e.Kind, FormattableString.Invariant($"its task {task.TaskId} cannot be read: {e.Message}"), e);
        }
    }

    private BitbucketException NotDone(PullRequestMergeTask task) => MayStillRun(
        task,
        BitbucketErrorKind.Timeout,
        FormattableString.Invariant($"its task {task.TaskId} was not done after {Timeout.TotalSeconds:0} s.") + (_failure is null ? "" : $" The last answer was: {_failure.Message}"),
        _failure);

    private BitbucketException MayStillRun(PullRequestMergeTask task, BitbucketErrorKind kind, string why, Exception? inner)
        => new(kind, FormattableString.Invariant($"The merge of {Repository}#{task.PullRequestId} may still run: {why}"), inner)
        {
            RecommendedAction = FormattableString.Invariant($"Look later whether it is merged: Get-BitbucketPullRequest {Repository} {task.PullRequestId}. Do not merge it again before."),
        };
}
