using System.Collections;

namespace BitbucketPS.Cmdlets;

/// <summary>Completes paths of the repository that the command names, or of the session's, one directory at a time.</summary>
public sealed class SourceCompleter : BitbucketCompleter
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

        string? commit = boundParameters["Commit"]?.ToString();
        string directory = word[..(word.LastIndexOf('/') + 1)];
        SourceQuery query = new()
        {
            Filter = word.Length == directory.Length ? null : $"path ~ {QueryText.Quote(word)}",
            PageLength = MostNames,
        };
        return session.Completions.GetOrFind($"source {repository}:{commit}:{word}", () => TakeFrom(
            word,
            session.Client.Source.ListAsync(repository, commit, directory, query, cancellationToken),
            entry => entry.IsDirectory ? $"{entry.Path}/" : entry.Path,
            cancellationToken));
    }
}
