namespace BitbucketPS.Cmdlets;

/// <content>What is asked for.</content>
public sealed partial class GetBitbucketSourceCommand
{
    private async IAsyncEnumerable<SourceEntry> ReadAsync(RepositoryId repository, Lazy<Task<string>> commit, SourcePattern pattern, SourceQuery query)
    {
        string found = await commit.Value.ConfigureAwait(false);
        SourceEntry? plain = pattern.IsDirectory
            ? null
            : await Client.Source.GetAsync(repository, found, pattern.Directory, StopToken).ConfigureAwait(false);
        IAsyncEnumerable<SourceEntry> entries = plain is { IsDirectory: false }
            ? ReadFileAsync(repository, plain, query)
            : Client.Source.ListAsync(repository, plain?.Commit ?? found, pattern.Directory, query, StopToken);
        await foreach (SourceEntry entry in entries.ConfigureAwait(false))
        {
            yield return entry;
        }
    }

    private async IAsyncEnumerable<SourceEntry> ReadFileAsync(RepositoryId repository, SourceEntry file, SourceQuery query)
    {
        if (Directory && !File)
        {
            yield break;
        }

        if (Filter is null)
        {
            if (query is { Skip: 0, First: not 0 })
            {
                yield return file;
            }

            yield break;
        }

        // The server checks conditions for what a directory holds, and not for a file by itself.
        SourceQuery alone = query with { Depth = 1, Filter = QueryText.All($"path = {QueryText.Quote(file.Path)}", query.Filter) };
        string directory = file.Path[..^file.Name.Length];
        await foreach (SourceEntry entry in Client.Source.ListAsync(repository, file.Commit, directory, alone, StopToken).ConfigureAwait(false))
        {
            yield return entry;
        }
    }
}
