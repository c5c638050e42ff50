using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;

namespace BitbucketPS.Cmdlets;

/// <summary>What completers of numbers under a pull request share: they find out which one it is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PullRequestPartCompleter : BitbucketCompleter
{
    private protected PullRequestPartCompleter()
    {
    }

    private protected sealed override IEnumerable<string> Find(
        BitbucketSession session,
        string word,
        IDictionary boundParameters,
        CancellationToken cancellationToken)
        => PullRequestOf(session, boundParameters) is { } pullRequest
            ? Ids(session, word, pullRequest, cancellationToken)
            : [];

    /// <summary>The numbers of what lies under a pull request that begin with a word.</summary>
    private protected abstract IReadOnlyList<string> Ids(BitbucketSession session, string word, PullRequestKey pullRequest, CancellationToken cancellationToken);

    private static PullRequestKey? PullRequestOf(BitbucketSession session, IDictionary boundParameters)
    {
        object? given = boundParameters["PullRequest"];
        if ((given is PSObject wrapped ? wrapped.BaseObject : given) is PullRequest pullRequest)
        {
            return PullRequestKey.Of(pullRequest);
        }

        return LanguagePrimitives.TryConvertTo(boundParameters["PullRequestId"], CultureInfo.InvariantCulture, out long id)
            && id > 0
            && RepositoryOf(session, boundParameters) is { } repository
            ? new(repository, id)
            : null;
    }
}
