using System.Globalization;

namespace BitbucketPS.Cmdlets;

/// <summary>Completes the numbers of comments of the pull request that the command names.</summary>
public sealed class PullRequestCommentCompleter : PullRequestPartCompleter
{
    private protected override IReadOnlyList<string> Ids(BitbucketSession session, PullRequestKey pullRequest, CancellationToken cancellationToken)
        => session.Completions.GetOrFind($"comments {pullRequest}", () =>
            Take(
                session.Client.PullRequestComments.ListAsync(pullRequest.Repository, pullRequest.Id, new() { PageLength = MostNames }, cancellationToken)
                    .WhereAsync(comment => !comment.IsDeleted, cancellationToken),
                comment => comment.Id.ToString(CultureInfo.InvariantCulture),
                cancellationToken));
}
