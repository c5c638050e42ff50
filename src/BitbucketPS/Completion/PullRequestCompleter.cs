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

        return session.Completions.GetOrFind($"pull requests {repository}", () =>
            Take(
                session.Client.PullRequests.ListAsync(repository, new() { PageLength = MostNames }, cancellationToken),
                pullRequest => pullRequest.Id.ToString(CultureInfo.InvariantCulture),
                cancellationToken)).Where(id => id.StartsWith(word, StringComparison.Ordinal));
    }
}
