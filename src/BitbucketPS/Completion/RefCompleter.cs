using System.Collections;

namespace BitbucketPS.Cmdlets;

/// <summary>Completes branches and tags of the repository that the command names, or of the session's.</summary>
public sealed class RefCompleter : BitbucketCompleter
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

        return session.Completions.GetOrFind($"refs {repository}:{word}", () =>
        {
            RefQuery query = new()
            {
                Filter = word.Length == 0 ? null : $"name ~ {QueryText.Quote(word)}",
                Sort = "name",
                PageLength = MostNames,
            };
            return TakeFrom(word, session.Client.Refs.ListAsync(repository, query, cancellationToken), item => item.Name, cancellationToken);
        });
    }
}
