using System.Collections;
using System.Globalization;

namespace BitbucketPS.Cmdlets;

/// <summary>Completes the numbers of open pull requests of the repository that the command names, or of the session's.</summary>
public sealed class PullRequestCompleter : BitbucketCompleter
{
    private protected override IEnumerable<string> Find(
        BitbucketSession session,
        string word,
        IDictionary boundParameters,
        CancellationToken cancellationToken)
    {
        if (RepositoryOf(session, boundParameters) is not { } repository)
        {
            return [];
        }

        return TakeFrom(
            word,
            session,
            $"pull requests {repository}",
            options => session.Client.PullRequests.ListAsync(repository, new() { PageLength = options.PageLength, Skip = options.Skip }, cancellationToken),
            pullRequest => pullRequest.Id.ToString(CultureInfo.InvariantCulture),
            cancellationToken);
    }
}
