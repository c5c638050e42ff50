using System.Collections;

namespace BitbucketPS.Cmdlets;

/// <summary>Completes repositories: <c>workspace/slug</c>, workspaces before the slash, slugs of the session's workspace.</summary>
public sealed class RepositoryCompleter : BitbucketCompleter
{
    private protected override IEnumerable<string> Find(
        BitbucketSession session,
        string word,
        IDictionary boundParameters,
        CancellationToken cancellationToken)
    {
        int slash = word.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0)
        {
            return Repositories(session, word[..slash], word[(slash + 1)..], cancellationToken);
        }

        string? workspace = boundParameters["Workspace"] as string ?? session.Workspace;
        IEnumerable<string> own = workspace is null ? [] : Repositories(session, workspace, word, cancellationToken);
        return own.Concat(MyWorkspaces(session, word, cancellationToken).Select(slug => $"{slug}/"));
    }

    private static IEnumerable<string> Repositories(
        BitbucketSession session,
        string workspace,
        string prefix,
        CancellationToken cancellationToken)
        => session.Completions.GetOrFind($"repositories {workspace}/{prefix}", () =>
        {
            RepositoryQuery query = new()
            {
                Filter = prefix.Length == 0 ? null : $"slug ~ {QueryText.Quote(prefix)}",
                Sort = "slug",
                PageLength = MostNames,
            };
            return TakeFrom(
                $"{workspace}/{prefix}",
                session.Client.Repositories.ListAsync(workspace, query, cancellationToken),
                repository => repository.FullName,
                cancellationToken);
        });
}
