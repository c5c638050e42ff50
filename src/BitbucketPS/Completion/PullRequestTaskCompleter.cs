using System.Globalization;

namespace BitbucketPS.Cmdlets;

/// <summary>Completes the numbers of tasks that are to be done of the pull request that the command names.</summary>
public sealed class PullRequestTaskCompleter : PullRequestPartCompleter
{
    private protected override IReadOnlyList<string> Ids(BitbucketSession session, string word, PullRequestKey pullRequest, CancellationToken cancellationToken)
        => TakeFrom(
            word,
            session,
            $"tasks {pullRequest}",
            options => session.Client.PullRequestTasks.ListAsync(
                pullRequest.Repository, pullRequest.Id, new() { PageLength = options.PageLength, Skip = options.Skip }, cancellationToken),
            task => task.IsResolved ? null : task.Id.ToString(CultureInfo.InvariantCulture),
            cancellationToken);
}
