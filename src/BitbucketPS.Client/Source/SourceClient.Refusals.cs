namespace BitbucketPS;

/// <content>What is asked for and is not there, where the service's own words would mislead.</content>
public sealed partial class SourceClient
{
    private async Task<string> NewestOfMainAsync(RepositoryId repository, CancellationToken cancellationToken)
    {
        try
        {
            return await _commits.NewestOfMainAsync(repository, cancellationToken).ConfigureAwait(false);
        }
        catch (BitbucketApiException e) when (e.Kind == BitbucketErrorKind.NotFound && e.Message.Contains("commit", StringComparison.OrdinalIgnoreCase))
        {
            // Of a repository that is not there the answer speaks of the repository.
            throw new BitbucketException(BitbucketErrorKind.NotFound, $"{repository} has no commits on its main branch yet.", e)
            {
                RecommendedAction = "Push something, or write a first file with Set-BitbucketContent; for another branch give -Commit.",
            };
        }
    }

    private static string RequireBelowRoot(string path)
        => SourcePath.Clean(path) is { Length: > 0 } clean ? clean : throw new BitbucketException(
            BitbucketErrorKind.InvalidArgument, $"'{path}' is the root of the repository, which has no history of its own.")
        {
            RecommendedAction = "Give the path of a file; Get-BitbucketCommit lists the commits of the whole repository.",
        };

    // Asked for the directory of that name, the service sends the content of a file: no JSON, or JSON that holds no entries.
    private static async Task<bool> BeginAsync(IAsyncEnumerator<SourceEntry> entries, SourceQuery? query, Func<Task> refuseFile)
    {
        try
        {
            if (await entries.MoveNextAsync().ConfigureAwait(false))
            {
                return true;
            }
        }
        catch (BitbucketException e) when (e.Kind == BitbucketErrorKind.UnexpectedResponse)
        {
            await refuseFile().ConfigureAwait(false);
            throw;
        }

        // Git keeps no empty directories.
        if (query is null or { Filter: null, Skip: 0, First: not 0 })
        {
            await refuseFile().ConfigureAwait(false);
        }

        return false;
    }

    private async Task RefuseFileAsync(RepositoryId repository, string commit, string path, CancellationToken cancellationToken)
    {
        string name = SourcePath.Clean(path);
        if (name.Length > 0 && await GetAsync(repository, commit, name, cancellationToken).ConfigureAwait(false) is { Type: "file" })
        {
            throw new BitbucketException(BitbucketErrorKind.InvalidArgument, $"'{name}' is a file, and no directory that could be listed.")
            {
                RecommendedAction = "Give its path without a slash at the end; Get-BitbucketContent reads it.",
            };
        }
    }
}
