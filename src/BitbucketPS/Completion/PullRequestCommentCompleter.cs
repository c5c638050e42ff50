using System.Globalization;

namespace BitbucketPS.Cmdlets;

/// <summary>Completes the numbers of comments of the pull request that the command names.</summary>
public sealed class PullRequestCommentCompleter : PullRequestPartCompleter
{
    private protected override IReadOnlyList<string> Ids(BitbucketSession session, string word, PullRequestKey pullRequest, CancellationToken cancellationToken)
        => TakeFrom(
            word,
            session,
            $"comments {pullRequest}",
            options => session.Client.PullRequestComments.ListAsync(pullRequest.Repository, pullRequest.Id, options, cancellationToken),
            comment => comment.IsDeleted ? null : comment.Id.ToString(CultureInfo.InvariantCulture),
            cancellationToken);
}
