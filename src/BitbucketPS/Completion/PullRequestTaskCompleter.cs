using System.Globalization;

namespace BitbucketPS.Cmdlets;

/// <summary>Completes the numbers of tasks that are to be done of the pull request that the command names.</summary>
public sealed class PullRequestTaskCompleter : PullRequestPartCompleter
{
    private protected override IReadOnlyList<string> Ids(BitbucketSession session, PullRequestKey pullRequest, CancellationToken cancellationToken)
        => session.Completions.GetOrFind($"tasks {pullRequest}", () =>
            Take(
                session.Client.PullRequestTasks.ListAsync(pullRequest.Repository, pullRequest.Id, new() { PageLength = MostNames }, cancellationToken)
                    .WhereAsync(task => !task.IsResolved, cancellationToken),
                task => task.Id.ToString(CultureInfo.InvariantCulture),
                cancellationToken));
}
