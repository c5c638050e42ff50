using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using BitbucketPS.Http;
using BitbucketPS.Json;
using BitbucketPS.Operations;

namespace BitbucketPS;

/// <summary>Lists a directory of a commit, and what lies below it.</summary>
/// <param name="runner">Runs the requests.</param>
/// <param name="repository">The repository.</param>
/// <param name="commit">The hash of the commit, or a name that the service finds in a path.</param>
/// <param name="query">Which entries.</param>
internal sealed class SourceTree(OperationRunner runner, RepositoryId repository, string commit, SourceQuery query)
{
    private const HttpStatusCode TooMuch = (HttpStatusCode)555;
    private const string Directories = "type = \"commit_directory\"";

    /// <summary>The entries of a directory.</summary>
    public async IAsyncEnumerable<SourceEntry> ListAsync(string directory, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (query.Depth <= 1)
        {
            await foreach (SourceEntry entry in Entries(directory, depth: 1, query, cancellationToken).ConfigureAwait(false))
            {
                yield return entry;
            }

            yield break;
        }

        (long toSkip, long left) = (query.Skip, query.First ?? long.MaxValue);
        IAsyncEnumerable<SourceEntry> all = left == 0 ? AsyncNothing() : WalkAsync(directory, query.Depth, query.Depth, cancellationToken);
        await foreach (SourceEntry entry in all.ConfigureAwait(false))
        {
            if (toSkip-- > 0)
            {
                continue;
            }

            yield return entry;
            if (--left == 0)
            {
                yield break;
            }
        }
    }

    private static async IAsyncEnumerable<SourceEntry> AsyncNothing()
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield break;
    }

    // Where the service takes too long for so many levels, it is asked for fewer at once, and then for what lies below those.
    private async IAsyncEnumerable<SourceEntry> WalkAsync(
        string directory, int levels, int atOnce, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (IAsyncEnumerator<SourceEntry> entries, int depth) = await BeginAsync(directory, Math.Min(levels, atOnce), cancellationToken).ConfigureAwait(false);
        List<string> below = [];
        await using (entries.ConfigureAwait(false))
        {
            for (SourceEntry? entry = entries.Current; entry is not null; entry = await NextAsync(entries).ConfigureAwait(false))
            {
                yield return entry;
                below.AddRange(entry.IsDirectory && SourcePath.LevelsBelow(entry.Path, directory) == depth ? [entry.Path] : []);
            }
        }

        if (depth == levels)
        {
            yield break;
        }

        // A filter may have left directories out.
        List<string> inner = query.Filter is null ? below : await DirectoriesAsync(directory, depth, cancellationToken).ConfigureAwait(false);
        foreach (string path in inner)
        {
            await foreach (SourceEntry entry in WalkAsync(path, levels - depth, depth, cancellationToken).ConfigureAwait(false))
            {
                yield return entry;
            }
        }
    }

    // The first entry is there already; none if there are none.
    private async Task<(IAsyncEnumerator<SourceEntry> Entries, int Depth)> BeginAsync(string directory, int depth, CancellationToken cancellationToken)
    {
        ListOptions part = new() { First = query.First + query.Skip, Progress = query.Progress };
        while (true)
        {
            IAsyncEnumerator<SourceEntry> entries = Entries(directory, depth, part, cancellationToken).GetAsyncEnumerator(cancellationToken);
            try
            {
                await NextAsync(entries).ConfigureAwait(false);
                return (entries, depth);
            }
            catch (BitbucketApiException e) when (e.StatusCode == TooMuch && depth > 1)
            {
                await entries.DisposeAsync().ConfigureAwait(false);
                depth = Math.Max(1, depth / 4);
            }
        }
    }

    private static async Task<SourceEntry?> NextAsync(IAsyncEnumerator<SourceEntry> entries)
        => await entries.MoveNextAsync().ConfigureAwait(false) ? entries.Current : null;

    private async Task<List<string>> DirectoriesAsync(string directory, int depth, CancellationToken cancellationToken)
    {
        List<string> found = [];
        await foreach (SourceEntry entry in Entries(directory, depth, options: null, cancellationToken, Directories).ConfigureAwait(false))
        {
            found.AddRange(SourcePath.LevelsBelow(entry.Path, directory) == depth ? [entry.Path] : []);
        }

        return found;
    }

    private async IAsyncEnumerable<SourceEntry> Entries(
        string directory, int depth, ListOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken, string? filter = null)
    {
        QueryString parameters = new QueryString()
            .Add("max_depth", depth == 1 ? null : depth.ToString(CultureInfo.InvariantCulture))
            .Add("q", filter ?? query.Filter)
            .Add("sort", query.Sort);
        string[] path = [repository.Workspace, repository.Slug, commit, SourcePath.OfDirectory(directory)];
        IAsyncEnumerable<SourceEntry> entries = runner.ListAsync(
            SourceOperations.GetSource, path, parameters, BitbucketJson.Default.PageSourceEntry, options, cancellationToken);
        await foreach (SourceEntry entry in entries.ConfigureAwait(false))
        {
            yield return entry with { Repository = repository };
        }
    }
}
